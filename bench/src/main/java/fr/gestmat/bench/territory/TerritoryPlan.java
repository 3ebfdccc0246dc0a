package fr.gestmat.bench.territory;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Who is where and who holds what in a territory, by arithmetic alone: any row can be told without
 * the others. Schools, pupils, devices and loans count from 0; a row's id is its number plus one.
 *
 * <p>Loans come in this order: past ones, past ones of the pairs with a depth (see {@link
 * PastLoans}), open ones.
 */
public record TerritoryPlan(TerritorySize size) {

  private static final int PUPILS_A_CLASS = 30;

  /**
   * Who takes part in a loan.
   *
   * @param device number of the device
   * @param pupil number of the pupil
   * @param school number of the school that lends
   */
  public record Parties(int device, int pupil, int school) {}

  /** School of a pupil. */
  public int schoolOfPupil(int pupil) {
    return pupil < ordinaryPupils() ? Shares.partOf(ordinaryPupils(), size.schools(), pupil) : 0;
  }

  /** Home of a device, and where it is. */
  public int schoolOfDevice(int device) {
    return device < ordinaryDevices()
        ? Shares.partOf(ordinaryDevices(), size.schools(), device)
        : 0;
  }

  /** UAI of a school. */
  public String uai(int school) {
    return TerritoryRows.uai(school);
  }

  /** Classes that every school has. */
  public int classesASchool() {
    int most = ordinaryPupils() / size.schools() + 1;
    return (most - 1) / PUPILS_A_CLASS + 1;
  }

  /** Class of a pupil among those of all schools; pupils of {@link PastLoans} are in the first. */
  public int classOfPupil(int pupil) {
    int school = schoolOfPupil(pupil);
    if (pupil >= ordinaryPupils()) {
      return 0;
    }
    int place = pupil - Shares.first(ordinaryPupils(), size.schools(), school);
    return school * classesASchool() + place / PUPILS_A_CLASS;
  }

  /** The open loan that holds a device. */
  public OptionalInt openLoanOf(int device) {
    if (device >= ordinaryDevices()) {
      return OptionalInt.empty();
    }
    return holding(ordinaryDevices(), schoolOfDevice(device), device);
  }

  /** State of a device: lent, in stock, or one of those that a stock has a few of. */
  public String stateOf(int device) {
    if (openLoanOf(device).isPresent()) {
      return "ON_LOAN";
    }
    if (device >= ordinaryDevices()) {
      return "IN_STOCK";
    }
    return switch (device % 60) {
      case 0 -> "TO_CHECK";
      case 1 -> "IN_REPAIR";
      case 2 -> "WITHDRAWN";
      case 3 -> "STOLEN";
      default -> "IN_STOCK";
    };
  }

  /** Whether a loan has no end yet. */
  public boolean isOpen(int loan) {
    return loan >= firstOpenLoan();
  }

  /** Whether a past loan is one of those of {@link PastLoans}. */
  boolean isDeep(int loan) {
    return !isOpen(loan) && loan >= ordinaryPastLoans();
  }

  /** Device, pupil and school of a loan. */
  public Parties parties(int loan) {
    if (isOpen(loan)) {
      return openParties(loan - firstOpenLoan());
    }
    return isDeep(loan) ? deepParties(loan - ordinaryPastLoans()) : pastParties(loan);
  }

  /** How often the device of a past loan had been lent before. */
  public int roundOf(int loan) {
    return isDeep(loan)
        ? PastLoans.turn(size.pairsPerDepth(), loan - ordinaryPastLoans())
        : loan / ordinaryDevices();
  }

  /** What a school's desk can lend: each of its free devices at most once, each free pupil too. */
  public List<LentPair> freePairs(int school) {
    List<Integer> pupils = freePupils(school);
    List<Integer> devices = freeDevices(school);
    return IntStream.range(0, Math.min(pupils.size(), devices.size()))
        .mapToObj(i -> LentPair.of(school, devices.get(i), pupils.get(i)))
        .toList();
  }

  /** Pupils and devices of the first school with the same number of past loans each. */
  public List<LentPair> pairs(PastLoans depth) {
    return IntStream.range(0, size.pairsPerDepth())
        .mapToObj(i -> pair(depth, i))
        .map(pair -> LentPair.of(pair.school(), pair.device(), pair.pupil()))
        .toList();
  }

  /** Pupils of a school who hold nothing. */
  List<Integer> freePupils(int school) {
    return IntStream.range(
            Shares.first(ordinaryPupils(), size.schools(), school),
            Shares.first(ordinaryPupils(), size.schools(), school + 1))
        .filter(pupil -> holding(ordinaryPupils(), school, pupil).isEmpty())
        .boxed()
        .toList();
  }

  /** Devices of a school that can be lent. */
  List<Integer> freeDevices(int school) {
    return IntStream.range(
            Shares.first(ordinaryDevices(), size.schools(), school),
            Shares.first(ordinaryDevices(), size.schools(), school + 1))
        .filter(device -> stateOf(device).equals("IN_STOCK"))
        .boxed()
        .toList();
  }

  private Parties pair(PastLoans depth, int place) {
    int offset = depth.ordinal() * size.pairsPerDepth() + place;
    return new Parties(ordinaryDevices() + offset, ordinaryPupils() + offset, 0);
  }

  private Parties openParties(int openLoan) {
    int school = Shares.partOf(size.openLoans(), size.schools(), openLoan);
    return new Parties(
        holder(ordinaryDevices(), school, openLoan),
        holder(ordinaryPupils(), school, openLoan),
        school);
  }

  private Parties pastParties(int loan) {
    int device = loan % ordinaryDevices();
    int school = schoolOfDevice(device);
    int first = Shares.first(ordinaryPupils(), size.schools(), school);
    int pupils = Shares.size(ordinaryPupils(), size.schools(), school);
    return new Parties(device, first + (device + 13 * roundOf(loan)) % pupils, school);
  }

  private Parties deepParties(int deepLoan) {
    PastLoans depth = PastLoans.of(size.pairsPerDepth(), deepLoan);
    return pair(depth, PastLoans.place(size.pairsPerDepth(), deepLoan));
  }

  /** Of things split among schools and then among a school's open loans, the last one holds. */
  private int holder(int things, int school, int openLoan) {
    int loans = Shares.size(size.openLoans(), size.schools(), school);
    int place = openLoan - Shares.first(size.openLoans(), size.schools(), school);
    int own = Shares.size(things, size.schools(), school);
    return Shares.first(things, size.schools(), school) + Shares.first(own, loans, place + 1) - 1;
  }

  private OptionalInt holding(int things, int school, int thing) {
    int loans = Shares.size(size.openLoans(), size.schools(), school);
    int own = Shares.size(things, size.schools(), school);
    int place = thing - Shares.first(things, size.schools(), school);
    int part = Shares.partOf(own, loans, place);
    if (Shares.first(own, loans, part + 1) - 1 != place) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        firstOpenLoan() + Shares.first(size.openLoans(), size.schools(), school) + part);
  }

  private int ordinaryPupils() {
    return size.pupils() - PastLoans.pairs(size.pairsPerDepth());
  }

  private int ordinaryDevices() {
    return size.devices() - PastLoans.pairs(size.pairsPerDepth());
  }

  private int ordinaryPastLoans() {
    return firstOpenLoan() - PastLoans.loans(size.pairsPerDepth());
  }

  private int firstOpenLoan() {
    return size.loans() - size.openLoans();
  }
}
