package fr.gestmat.lending.control.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which devices should move between places so that each has what it needs: as few devices as
 * possible, then as few moves as a greedy search finds.
 *
 * <p>No device moves but to where one is missing, so that the number moved is the least there can
 * be: the smaller of all that is left over and all that is missing. The least number of moves is as
 * hard as packing bins (it contains the partition problem); the search pairs equal amounts first,
 * then triples that even out, then takes for the largest want the smallest place that covers it
 * whole. When all that is left over goes, it never needs more moves than places minus one, and a
 * want that one place can cover is never split but when others were served before it.
 */
public final class MovePlan {

  private MovePlan() {}

  /**
   * A place with what it needs and has.
   *
   * @param id its code, the same for no other
   * @param area places of one area are preferred to each other when all else is equal; may be empty
   * @param need devices that it needs, not negative
   * @param has devices that it can count on, not negative
   */
  public record Place(String id, String area, int need, int has) {

    /** Checks the amounts. */
    public Place {
      if (need < 0 || has < 0) {
        throw new IllegalArgumentException(id + " needs " + need + " and has " + has);
      }
    }
  }

  /** Why a move is proposed. */
  public enum Why {
    /** What one has too many of is just what the other lacks. */
    EQUAL,
    /** The smallest place that covers the whole want. */
    WHOLE,
    /** No place covers the want alone: a part of it. */
    PART
  }

  /**
   * A move.
   *
   * @param from the place that gives
   * @param to the place that receives
   * @param devices how many, at least one
   * @param why why these two
   * @param surplus what the giver had left over when this move was chosen
   * @param missing what the receiver lacked then
   */
  public record Move(String from, String to, int devices, Why why, int surplus, int missing) {}

  /**
   * The outcome.
   *
   * @param moves in the order in which they were chosen
   * @param unmet what stays missing, by place, when there is too little in all; shared in
   *     proportion
   * @param left what stays left over, by place
   */
  public record Proposal(List<Move> moves, Map<String, Integer> unmet, Map<String, Integer> left) {}

  private static final class Amount {
    final Place place;
    int devices;

    Amount(Place place, int devices) {
      this.place = place;
      this.devices = devices;
    }
  }

  /**
   * Smallest amount first; the place's code makes the order, and so the outcome, the same always.
   */
  private static final Comparator<Amount> SMALLEST_FIRST =
      Comparator.<Amount>comparingInt(a -> a.devices).thenComparing(a -> a.place.id());

  /** The proposal for these places. */
  public static Proposal propose(List<Place> places) {
    List<Amount> wants = new ArrayList<>();
    TreeSet<Amount> givers = new TreeSet<>(SMALLEST_FIRST);
    long missing = 0;
    long over = 0;
    for (Place place : places) {
      int balance = place.has() - place.need();
      if (balance < 0) {
        wants.add(new Amount(place, -balance));
        missing -= balance;
      } else if (balance > 0) {
        givers.add(new Amount(place, balance));
        over += balance;
      }
    }
    Map<String, Integer> unmet = over < missing ? share(wants, over) : Map.of();
    wants.removeIf(want -> want.devices == 0);
    wants.sort(SMALLEST_FIRST.reversed());
    List<Move> moves = new ArrayList<>();
    equal(wants, givers, moves);
    if (over <= missing) {
      triples(wants, givers, moves);
    }
    wants.sort(SMALLEST_FIRST.reversed());
    wants.forEach(want -> serve(want, givers, moves));
    Map<String, Integer> left = new HashMap<>();
    givers.forEach(giver -> left.put(giver.place.id(), giver.devices));
    return new Proposal(List.copyOf(moves), Map.copyOf(unmet), Map.copyOf(left));
  }

  /** Cuts the wants to what there is, in proportion; the largest remainders get the rest. */
  private static Map<String, Integer> share(List<Amount> wants, long over) {
    long missing = wants.stream().mapToLong(w -> w.devices).sum();
    Map<String, Integer> unmet = new HashMap<>();
    Map<Amount, Long> remainders = new HashMap<>();
    long given = 0;
    for (Amount want : wants) {
      int part = (int) (want.devices * over / missing);
      remainders.put(want, want.devices * over % missing);
      unmet.put(want.place.id(), want.devices - part);
      want.devices = part;
      given += part;
    }
    List<Amount> next = new ArrayList<>(wants);
    next.sort(
        Comparator.<Amount, Long>comparing(remainders::get, Comparator.reverseOrder())
            .thenComparing(w -> w.place.id()));
    for (int i = 0; given < over; i++, given++) {
      next.get(i).devices++;
      unmet.merge(next.get(i).place.id(), -1, Integer::sum);
    }
    unmet.values().removeIf(count -> count == 0);
    return unmet;
  }

  /** Pairs wants with givers of just that amount, of the same area where there is one. */
  private static void equal(List<Amount> wants, TreeSet<Amount> givers, List<Move> moves) {
    Map<Integer, List<Amount>> byAmount = new HashMap<>();
    givers.forEach(g -> byAmount.computeIfAbsent(g.devices, any -> new ArrayList<>()).add(g));
    for (boolean sameArea : new boolean[] {true, false}) {
      wants.removeIf(
          want -> {
            List<Amount> fitting = byAmount.getOrDefault(want.devices, List.of());
            for (Amount giver : fitting) {
              if (!sameArea || giver.place.area().equals(want.place.area())) {
                fitting.remove(giver);
                givers.remove(giver);
                moves.add(move(giver, want, want.devices, Why.EQUAL));
                return true;
              }
            }
            return false;
          });
    }
  }

  /**
   * Two givers that even out one want, or two wants that even out one giver: two moves for three.
   */
  private static void triples(List<Amount> wants, TreeSet<Amount> givers, List<Move> moves) {
    List<Amount> pool = new ArrayList<>(givers);
    wants.removeIf(want -> evenOut(want, pool, givers, moves));
    for (Amount giver : List.copyOf(givers)) {
      twoWants(giver, wants, givers, moves);
    }
  }

  private static boolean evenOut(
      Amount want, List<Amount> pool, TreeSet<Amount> givers, List<Move> moves) {
    int low = 0;
    int high = pool.size() - 1;
    while (low < high) {
      Amount one = pool.get(low);
      Amount other = pool.get(high);
      int sum = one.devices + other.devices;
      if (sum == want.devices) {
        pool.remove(other);
        pool.remove(one);
        take(other, want, other.devices, Why.PART, givers, moves);
        take(one, want, one.devices, Why.PART, givers, moves);
        return true;
      }
      if (sum < want.devices) {
        low++;
      } else {
        high--;
      }
    }
    return false;
  }

  private static void twoWants(
      Amount giver, List<Amount> wants, TreeSet<Amount> givers, List<Move> moves) {
    Map<Integer, Amount> seen = new HashMap<>();
    for (Amount want : wants) {
      Amount other = seen.get(giver.devices - want.devices);
      if (other != null) {
        wants.remove(want);
        wants.remove(other);
        take(giver, want, want.devices, Why.WHOLE, givers, moves);
        take(giver, other, other.devices, Why.WHOLE, givers, moves);
        return;
      }
      seen.put(want.devices, want);
    }
  }

  /** Covers a want: from the smallest giver that can alone, else from the largest ones in turn. */
  private static void serve(Amount want, TreeSet<Amount> givers, List<Move> moves) {
    boolean alone = true;
    while (want.devices > 0) {
      Amount largest = givers.last();
      if (largest.devices >= want.devices) {
        Amount giver = smallest(givers, want);
        take(giver, want, want.devices, alone ? Why.WHOLE : Why.PART, givers, moves);
      } else {
        take(largest, want, largest.devices, Why.PART, givers, moves);
      }
      alone = false;
    }
  }

  /** The smallest giver that covers a want; of several alike, one of the same area. */
  private static Amount smallest(TreeSet<Amount> givers, Amount want) {
    List<Amount> fitting = givers.stream().filter(giver -> giver.devices >= want.devices).toList();
    Amount first = fitting.get(0);
    return fitting.stream()
        .takeWhile(giver -> giver.devices == first.devices)
        .filter(giver -> giver.place.area().equals(want.place.area()))
        .findFirst()
        .orElse(first);
  }

  private static void take(
      Amount giver, Amount want, int devices, Why why, TreeSet<Amount> givers, List<Move> moves) {
    givers.remove(giver);
    moves.add(move(giver, want, devices, why));
    giver.devices -= devices;
    want.devices -= devices;
    if (giver.devices > 0) {
      givers.add(giver);
    }
  }

  private static Move move(Amount giver, Amount want, int devices, Why why) {
    return new Move(giver.place.id(), want.place.id(), devices, why, giver.devices, want.devices);
  }
}
