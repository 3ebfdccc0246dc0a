package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.directory.boundary.DirectoryImports;
import fr.gestmat.directory.boundary.ImportReport;
import fr.gestmat.directory.control.intake.Intake;
import fr.gestmat.directory.entity.ImportState;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests that import feeds, each in an authority of its own, as its administrator does. */
abstract class DirectoryImportTest extends InContainerTest {

  static final String A = "0991001A";
  static final String B = "0991002B";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Acting acting;
  @Inject Territory territory;
  @Inject DirectoryImports imports;

  long authority;

  @BeforeEach
  void ownAuthority() throws Exception {
    authority = territory.authority();
  }

  /** School A with pupils 1 to 40, school B with one, less those left out. */
  static AafSet twoSchools(Integer... leftOut) {
    Set<Integer> out = Set.of(leftOut);
    AafSet set = new AafSet().school(7, A).school(8, B);
    for (int i = 1; i <= 40; i++) {
      if (!out.contains(i)) {
        set.pupil(i, "PUPIL" + i, "Zoé", 7);
      }
    }
    return set.pupil(41, "O'BRIEN", "Jean-Éloi", 8, "91$10$1$1$1$1")
        .guardian(91, "O'BRIEN", "Siobhàn");
  }

  void load(AafSet set) throws Exception {
    UUID id = handIn(set, true);
    await(id, ImportState.READY);
    confirm(id, Set.of(A, B), Set.of(A, B));
    await(id, ImportState.DONE);
  }

  UUID handIn(AafSet set, boolean whole) throws Exception {
    return take(set.files(), whole).importId().orElseThrow();
  }

  Intake.Taken take(Map<String, String> files, boolean whole) throws Exception {
    List<Intake.Incoming> incoming = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      incoming.add(new Intake.Incoming(file.getKey(), AafSet.file(file.getValue())));
    }
    return asAdmin(() -> imports.take(incoming, whole)).orElseThrow();
  }

  void confirm(UUID id, Set<String> accepted, Set<String> leaving) throws Exception {
    assertThat(asAdmin(() -> imports.confirm(id, accepted, leaving))).isTrue();
  }

  /** The report once the background work has brought the import so far. */
  ImportReport await(UUID id, ImportState wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ImportReport report = asAdmin(() -> imports.report(id)).orElseThrow();
    while (report.summary().state() != wanted) {
      assertThat(report.failed()).isFalse();
      assertThat(report.summary().state())
          .isIn(EnumSet.of(ImportState.RECEIVED, ImportState.APPLYING, ImportState.READY));
      assertThat(System.nanoTime()).as("waiting for " + wanted).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      report = asAdmin(() -> imports.report(id)).orElseThrow();
    }
    return report;
  }

  long pupils(String status) throws Exception {
    return territory.number(
        "select count(*) from pupil where authority_id = ? and status = ?", authority, status);
  }

  long journal(String action) throws Exception {
    return territory.number(
        "select count(*) from journal_entry where authority_id = ? and action = ?",
        authority,
        action);
  }

  <T> T asAdmin(Callable<T> work) throws Exception {
    return acting.as(Territory.on(authority, Role.ADMIN), Role.ADMIN, work);
  }
}
