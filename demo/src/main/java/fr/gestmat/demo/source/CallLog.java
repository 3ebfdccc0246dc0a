package fr.gestmat.demo.source;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The calls that came, and whether one more is allowed in this second. */
final class CallLog {

  private final int perSecond;
  private final List<ParticulierSimulator.Call> calls = new ArrayList<>();
  private final Deque<Instant> taken = new ArrayDeque<>();

  CallLog(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Whether a call that comes now is taken; it counts if it is. */
  synchronized boolean takes(Instant now) {
    while (!taken.isEmpty() && !taken.peek().isAfter(now.minusSeconds(1))) {
      taken.remove();
    }
    boolean room = taken.size() < perSecond;
    if (room) {
      taken.add(now);
    }
    return room;
  }

  synchronized void add(ParticulierSimulator.Call call) {
    calls.add(call);
  }

  synchronized List<ParticulierSimulator.Call> all() {
    return List.copyOf(calls);
  }

  /** One line for each call: epoch milliseconds, status, who asked, address. */
  String text() {
    StringBuilder lines = new StringBuilder();
    for (ParticulierSimulator.Call call : all()) {
      lines
          .append(call.at().toEpochMilli())
          .append(' ')
          .append(call.status())
          .append(' ')
          .append(call.agent().isEmpty() ? "-" : call.agent())
          .append(' ')
          .append(call.address())
          .append('\n');
    }
    return lines.toString();
  }
}
