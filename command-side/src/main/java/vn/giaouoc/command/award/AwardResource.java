package vn.giaouoc.command.award;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.award.AwardCommand.Approve;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.Finding;
import vn.giaouoc.command.award.AwardCommand.Forward;
import vn.giaouoc.command.award.AwardCommand.Grant;
import vn.giaouoc.command.award.AwardCommand.Present;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.award.AwardCommand.RecordAward;
import vn.giaouoc.command.award.AwardCommand.Refuse;
import vn.giaouoc.command.award.AwardCommand.Revoke;
import vn.giaouoc.command.award.AwardCommand.Upgrade;
import vn.giaouoc.command.award.AwardCommand.WithdrawProposal;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about awards. */
@RestController
class AwardResource {

  private final Commands commands;

  AwardResource(Commands commands) {
    this.commands = commands;
  }

  record GivenBy(@Nullable UnitId unit, @Nullable String asWritten) {}

  record Proposed(@Nullable UnitId unit, @Nullable AwardId award, @Nullable String reason) {}

  record Attested(
      @Nullable UnitId unit,
      @Nullable String condition,
      @Nullable Boolean met,
      @Nullable String reason,
      @Nullable List<@Nullable FileId> evidence) {}

  record Proposals(
      @Nullable Title title,
      @Nullable GivenBy authority,
      @Nullable Track track,
      @Nullable Contest contest,
      @Nullable List<@Nullable Proposed> recipients,
      @Nullable List<@Nullable Attested> findings,
      @Nullable ConferenceId conference,
      @Nullable PollId decidedBy,
      @Nullable When on) {}

  record Recording(
      @Nullable AwardId id,
      @Nullable BlocId bloc,
      @Nullable CycleId cycle,
      @Nullable Recipient recipient,
      @Nullable Title title,
      @Nullable GivenBy authority,
      @Nullable Track track,
      @Nullable Integer yearOfMerit,
      @Nullable String reason,
      @Nullable When on) {}

  record Forwarding(@Nullable UnitId to, @Nullable String paperNumber, @Nullable When on) {}

  record Approval(@Nullable When on) {}

  record Because(@Nullable String reason, @Nullable When on) {}

  record Granting(
      @Nullable String decisionNumber,
      @Nullable LocalDate decidedOn,
      @Nullable GivenBy authority,
      @Nullable When on) {}

  record Presentation(
      @Nullable ConferenceId conference, @Nullable String ceremony, @Nullable When on) {}

  record Upgrading(
      @Nullable AwardId higher,
      @Nullable Title title,
      @Nullable GivenBy authority,
      @Nullable When on) {}

  record Revocation(@Nullable String ground, @Nullable String decisionNumber, @Nullable When on) {}

  /**
   * Proposes awards for members of a bloc, within its quota: for those whom it names; where it
   * names nobody, for those who are drawn from the ranking by the regulation.
   */
  @PostMapping("/api/cycles/{cycle}/award-proposals")
  ResponseEntity<Void> propose(@PathVariable CycleId cycle, @RequestBody Proposals body) {
    List<Candidate> candidates = new ArrayList<>();
    for (Proposed each : requireNonNullElse(body.recipients(), List.<@Nullable Proposed>of())) {
      Proposed given = required(each, "recipients");
      candidates.add(
          new Candidate(
              required(given.unit(), "recipients.unit"),
              given.award(),
              optional(given.reason(), "recipients.reason")));
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ProposeAwards(
            cycle,
            required(body.title(), "title"),
            authority(body.authority()),
            requireNonNullElse(body.track(), Track.ANNUAL),
            requireNonNullElse(body.contest(), Contest.WHOLE_BLOC),
            candidates,
            findings(body),
            body.conference(),
            body.decidedBy(),
            commands.act(body.on())));
  }

  /** Records an award that no bloc proposed within its quota. */
  @PostMapping("/api/awards")
  ResponseEntity<Void> record(@RequestBody Recording body) {
    return commands.send(
        HttpStatus.CREATED,
        new RecordAward(
            required(body.id(), "id"),
            new About(body.bloc(), body.cycle(), required(body.recipient(), "recipient")),
            required(body.title(), "title"),
            authority(body.authority()),
            required(body.track(), "track"),
            required(body.yearOfMerit(), "yearOfMerit"),
            optional(body.reason(), "reason"),
            commands.act(body.on())));
  }

  /** Sends a proposal on. */
  @PostMapping("/api/awards/{award}/forwardings")
  ResponseEntity<Void> forward(
      @PathVariable AwardId award,
      @RequestBody Forwarding body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Forward(
            award,
            required(body.to(), "to"),
            optional(body.paperNumber(), "paperNumber"),
            commands.act(body.on())),
        ifMatch);
  }

  /** The board agrees. */
  @PostMapping("/api/awards/{award}/approvals")
  ResponseEntity<Void> approve(
      @PathVariable AwardId award,
      @RequestBody Approval body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new Approve(award, commands.act(body.on())), ifMatch);
  }

  /** The board does not agree. */
  @PostMapping("/api/awards/{award}/refusals")
  ResponseEntity<Void> refuse(
      @PathVariable AwardId award,
      @RequestBody Because body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Refuse(award, required(body.reason(), "reason"), commands.act(body.on())),
        ifMatch);
  }

  /** It is given by a decision. */
  @PostMapping("/api/awards/{award}/grants")
  ResponseEntity<Void> grant(
      @PathVariable AwardId award,
      @RequestBody Granting body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Grant(
            award,
            required(body.decisionNumber(), "decisionNumber"),
            required(body.decidedOn(), "decidedOn"),
            authority(body.authority()),
            commands.act(body.on())),
        ifMatch);
  }

  /** It is handed over. */
  @PostMapping("/api/awards/{award}/presentations")
  ResponseEntity<Void> present(
      @PathVariable AwardId award,
      @RequestBody Presentation body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Present(
            award,
            body.conference(),
            optional(body.ceremony(), "ceremony"),
            commands.act(body.on())),
        ifMatch);
  }

  /** A higher one is sought for its holder. */
  @PostMapping("/api/awards/{award}/upgrades")
  ResponseEntity<Void> upgrade(
      @PathVariable AwardId award,
      @RequestBody Upgrading body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Upgrade(
            award,
            required(body.higher(), "higher"),
            required(body.title(), "title"),
            authority(body.authority()),
            commands.act(body.on())),
        ifMatch);
  }

  /** It is taken back. */
  @PostMapping("/api/awards/{award}/revocations")
  ResponseEntity<Void> revoke(
      @PathVariable AwardId award,
      @RequestBody Revocation body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Revoke(
            award,
            required(body.ground(), "ground"),
            required(body.decisionNumber(), "decisionNumber"),
            commands.act(body.on())),
        ifMatch);
  }

  /** The proposal is taken back. */
  @PostMapping("/api/awards/{award}/withdrawals")
  ResponseEntity<Void> withdraw(
      @PathVariable AwardId award,
      @RequestBody Because body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new WithdrawProposal(award, required(body.reason(), "reason"), commands.act(body.on())),
        ifMatch);
  }

  private static List<Finding> findings(Proposals body) {
    List<Finding> findings = new ArrayList<>();
    for (Attested each : requireNonNullElse(body.findings(), List.<@Nullable Attested>of())) {
      Attested given = required(each, "findings");
      List<FileId> evidence = new ArrayList<>();
      for (FileId file : requireNonNullElse(given.evidence(), List.<@Nullable FileId>of())) {
        evidence.add(required(file, "findings.evidence"));
      }
      findings.add(
          new Finding(
              required(given.unit(), "findings.unit"),
              required(given.condition(), "findings.condition"),
              required(given.met(), "findings.met"),
              optional(given.reason(), "findings.reason"),
              evidence));
    }
    return findings;
  }

  private static Authority authority(@Nullable GivenBy authority) {
    GivenBy given = required(authority, "authority");
    return new Authority(
        required(given.unit(), "authority.unit"),
        required(given.asWritten(), "authority.asWritten"));
  }
}
