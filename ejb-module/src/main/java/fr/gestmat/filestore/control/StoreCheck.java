package fr.gestmat.filestore.control;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares rows and bytes once a day, both ways: rows whose bytes are missing, and bytes that no
 * row speaks of. The latter are personal data that nobody removes any more: they go 30 days after a
 * check saw them first, which leaves time to notice that an old database was restored beside newer
 * files, or that the bucket is another installation's.
 */
@ApplicationScoped
public class StoreCheck implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "file-check";

  private static final Logger LOG = System.getLogger(StoreCheck.class.getName());
  private static final int SHARDS = 256;
  private static final int NAMED = 20;

  /** What is younger may be on its way: bytes are written before their row is committed. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private static final Duration FORGOTTEN = Duration.ofDays(30);

  @Inject private FileBytes bytes;
  @Inject private FileRows rows;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(2)).at(4);
  }

  /** What a check found. */
  private static final class Found {
    private long files;
    private int removed;
    private final List<UUID> missing = new ArrayList<>();
    private final List<UUID> unknown = new ArrayList<>();

    private JobReport said() {
      return JobReport.of("checked", files)
          .and("missing", missing.size())
          .and("unknown", unknown.size())
          .and("removed", removed)
          .noting(named("missing", missing) + named("without a row", unknown));
    }

    private static String named(String what, List<UUID> ids) {
      return ids.isEmpty() ? "" : what + " " + ids.subList(0, Math.min(NAMED, ids.size())) + " ";
    }
  }

  @Override
  public JobReport work() throws IOException {
    Found found = new Found();
    for (int shard = 0; shard < SHARDS; shard++) {
      compare(shard, found);
    }
    if (!found.missing.isEmpty() || !found.unknown.isEmpty()) {
      LOG.log(Level.WARNING, "rows and stored files differ: " + found.said().note());
    }
    return found.said();
  }

  private void compare(int shard, Found found) throws IOException {
    Instant now = clock.instant();
    Map<UUID, Instant> there = new HashMap<>();
    bytes.list(shard, kept -> there.put(kept.id(), kept.written()));
    // Rows are read second: whatever has bytes and is committed by now is among them.
    Set<UUID> known = rows.of(shard);
    for (UUID id : known) {
      if (!there.containsKey(id) && rows.isStillThere(id, now.minus(SETTLED))) {
        found.missing.add(id);
      }
    }
    found.files += there.size();
    Set<UUID> unknown = new HashSet<>();
    there.forEach(
        (id, written) -> {
          if (!known.contains(id) && written.isBefore(now.minus(SETTLED))) {
            unknown.add(id);
          }
        });
    found.unknown.addAll(unknown);
    for (UUID id : rows.rowless(shard, unknown, now, now.minus(FORGOTTEN))) {
      bytes.remove(id);
      found.removed++;
    }
  }
}
