package vn.giaouoc.replay;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;

/**
 * Something stored that is not as the rules, the arithmetic or the folds make it.
 *
 * @param kind what is wrong
 * @param position where it stands in the journal; absent where it is not in it
 * @param at which event or document: {@code <stream>@<version>}, or {@code <fold> <key>}
 * @param stored what is stored, as JSON; absent where nothing is
 * @param expected what the rules, the arithmetic or the fold say instead, as JSON
 * @param refusal the type of the problem by which it would be refused
 * @param clause the clause of the regulation that refuses it
 * @param vietnamese it in a sentence
 * @param english the same in English
 */
public record Finding(
    Kind kind,
    @Nullable Long position,
    String at,
    @Nullable String stored,
    @Nullable String expected,
    @Nullable String refusal,
    @Nullable String clause,
    String vietnamese,
    String english) {

  /** What is wrong. */
  public enum Kind implements Code {
    /** The rules refuse what was asked. */
    REFUSED,
    /** Decided again it comes out otherwise: other points, another rank, another audience. */
    OTHERWISE,
    /**
     * A figure is not what the arithmetic makes of the events that it rests on; stored and expected
     * are the figure alone.
     */
    NOT_FROM_ITS_BASIS,
    /** What comes of an act is not stored. */
    MISSING,
    /** What is stored comes of no act. */
    OF_NO_ACT,
    /**
     * Written in an older form, and refused or decided otherwise by the rules of today: they may be
     * stricter than those of its time.
     */
    OTHERWISE_TODAY,
    /** Its numbers or times are not in order: something was taken out, put in or moved. */
    OUT_OF_ORDER,
    /** This program cannot read it. */
    UNREADABLE,
    /** A paper of a secret ballot that was not stamped, or that counts twice. */
    PAPER_NOT_VALID,
    /** The journal is not what the log has. */
    NOT_AS_IN_THE_LOG,
    /** A document is not what its fold makes of the journal. */
    DOCUMENT_DIFFERS
  }
}
