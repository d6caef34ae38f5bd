package vn.giaouoc.command.unit;

import static vn.giaouoc.command.Answers.required;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.words.WordsStore;
import vn.giaouoc.shared.person.PersonId;

/**
 * Takes the names of persons into the directory beside the log. No event comes of it: only what
 * stands for a name may be in one.
 */
@RestController
@RequestMapping("/api/persons")
class PersonResource {

  private final WordsStore directory;
  private final TransactionTemplate transactions;

  PersonResource(
      WordsStore directory,
      @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
    this.directory = directory;
    this.transactions = new TransactionTemplate(transactions);
  }

  record Name(@Nullable String name) {}

  /** What stands for a person in commands and events. */
  record Kept(PersonId person) {}

  /** Keeps a person's name; the same name has the same answer. */
  @PostMapping
  ResponseEntity<Kept> keep(@RequestBody Name body) {
    String name = required(body.name(), "name");
    PersonId person = Objects.requireNonNull(transactions.execute(_ -> directory.keepPerson(name)));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Kept(person));
  }
}
