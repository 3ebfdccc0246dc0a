package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.JournalBook;
import fr.gestmat.identity.boundary.JournalBook.After;
import fr.gestmat.identity.boundary.JournalBook.Filter;
import fr.gestmat.identity.boundary.JournalBook.Line;
import fr.gestmat.identity.boundary.RefusedAccess;
import fr.gestmat.identity.boundary.RefusedAccess.Asked;
import fr.gestmat.identity.boundary.RefusedAccess.Kind;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What auditors read of the journal. */
class JournalInContainerIT extends InContainerTest {

  private static final int LINES = 2 * JournalBook.PAGE + 7;

  @Inject private Acting acting;
  @Inject private Territory territory;
  @Inject private Journal journal;
  @Inject private JournalBook book;
  @Inject private RefusedAccess refused;
  @Inject private CurrentCaller caller;
  @Inject private Transactions transactions;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private Caller auditor;
  private Filter all;

  @BeforeEach
  void aJournal() throws SQLException {
    long authority = territory.authority();
    auditor = Territory.on(authority, Role.AUDITOR);
    Instant now = Instant.now();
    all =
        new Filter(
            now.minus(Duration.ofHours(1)),
            now.plus(Duration.ofHours(1)),
            "",
            Optional.empty(),
            Set.of());
    write(authority, "Zoé % Petit", "SIGNED_ON", "ACCOUNT");
    for (int i = 1; i < LINES; i++) {
      write(authority, "Marc Oberlin", "SEEN", "DEVICE");
    }
  }

  @Test
  void pagesMeetEveryLineOnceTheLatestFirst() throws Exception {
    List<Line> read = new ArrayList<>();
    Optional<After> after = Optional.empty();
    List<Line> page;
    do {
      page = read(auditor, all, after);
      read.addAll(page);
      Line last = read.get(read.size() - 1);
      after = Optional.of(new After(last.at(), last.id()));
    } while (page.size() == JournalBook.PAGE);

    assertThat(read).hasSize(LINES);
    assertThat(read).extracting(Line::id).doesNotHaveDuplicates();
    assertThat(read).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
  }

  @Test
  void aFilterKeepsWhatItSays() throws Exception {
    assertThat(read(auditor, narrowed("zoé % p", Set.of()), Optional.empty()))
        .extracting(Line::action)
        .containsExactly("SIGNED_ON");
    assertThat(read(auditor, narrowed("", Set.of("ACCOUNT")), Optional.empty())).hasSize(1);
    assertThat(read(auditor, narrowed("%", Set.of("DEVICE")), Optional.empty())).isEmpty();
    assertThat(
            read(
                auditor,
                new Filter(all.to(), all.to(), "", Optional.empty(), Set.of()),
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void l043_nobodyReadsTheJournalOfAnotherAuthority() throws Exception {
    Caller elsewhere = Territory.on(territory.authority(), Role.AUDITOR);
    assertThat(read(elsewhere, all, Optional.empty())).isEmpty();
  }

  @Test
  void whoLendsReadsNoJournal() {
    Caller agent = Territory.on(auditor.authorityId(), Role.REGION_MANAGER);
    assertThatThrownBy(
            () -> acting.as(agent, Role.REGION_MANAGER, () -> book.page(all, Optional.empty())))
        .hasStackTraceContaining("EJBAccessException");
  }

  @Test
  void aPageCostsOneStatement() throws Exception {
    assertThat(StatementCount.selects(database, () -> read(auditor, all, Optional.empty())))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("M-H05 a refusal is told although what was refused is rolled back, and told briefly")
  void a_refusal_is_told() throws Exception {
    Caller agent = Territory.on(auditor.authorityId(), Role.LOAN_AGENT);
    Asked asked = new Asked(Kind.ACCESS_REFUSED, "POST /eleves/{id}", "/eleves/1", "2001:db8::7");
    acting.as(
        agent,
        Role.LOAN_AGENT,
        () ->
            transactions.joined(
                () -> {
                  write(agent.authorityId(), agent.name(), "CHANGED", "PUPIL");
                  for (int i = 0; i < 10; i++) {
                    refused.note(asked);
                  }
                  throw new IllegalStateException("refused");
                }));
    // Nobody who signed on: nothing to tell.
    transactions.joined(
        () -> {
          assertThat(caller.find()).isEmpty();
          refused.note(asked);
          return null;
        });

    List<Line> told = read(auditor, narrowed("", Set.of("REFUSAL", "PUPIL")), Optional.empty());
    assertThat(told).extracting(Line::action).containsExactly("ACCESS_REFUSED", "ACCESS_REFUSED");
    assertThat(told).extracting(Line::actor).containsOnly(agent.name());
    assertThat(told.get(1).detail().orElseThrow())
        .isEqualTo(
            "{\"page\":\"POST /eleves/{id}\",\"adresse\":\"/eleves/1\",\"depuis\":\"2001:db8::7\"}");
    assertThat(told.get(0).detail().orElseThrow()).contains("\"refus dans la minute\":10");
  }

  private Filter narrowed(String actor, Set<String> subjects) {
    return new Filter(all.from(), all.to(), actor, Optional.empty(), subjects);
  }

  private List<Line> read(Caller who, Filter filter, Optional<After> after) throws Exception {
    return acting.as(who, Role.AUDITOR, () -> book.page(filter, after));
  }

  private void write(long authority, String actor, String action, String subject) {
    transactions.joined(
        () -> {
          journal.write(
              new JournalEvent(authority, null, null, actor, action, subject, 1L, null, null));
          return null;
        });
  }
}
