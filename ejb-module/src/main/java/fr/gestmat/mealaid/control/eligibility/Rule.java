package fr.gestmat.mealaid.control.eligibility;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.scale.Assessment;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule with its numbers, as a campaign uses it. */
public sealed interface Rule {

  /** Which one. */
  RuleCode code();

  /** Judges, before anybody goes over it. */
  Verdict judge(Facts facts);

  /** What a rule finds. */
  sealed interface Verdict {
    /** It is fulfilled. */
    record Fulfilled() implements Verdict {}

    /**
     * It is not.
     *
     * @param reason stable code
     * @param data what its sentence says
     */
    record Broken(String reason, List<Object> data) implements Verdict {}

    /** It cannot tell without this. */
    record Open(Unknown missing) implements Verdict {}
  }

  /**
   * The child eats at school.
   *
   * @param boarders whether boarders count, who eat there too
   */
  record HalfBoard(boolean boarders) implements Rule {
    private static final Set<BoardingStatus> HALF =
        EnumSet.of(
            BoardingStatus.HALF_BOARDER,
            BoardingStatus.HALF_BOARDER_TICKET,
            BoardingStatus.HALF_BOARDER_ELSEWHERE);

    @Override
    public RuleCode code() {
      return RuleCode.HALF_BOARD;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(
          facts
              .boarding()
              .map(status -> HALF.contains(status) || (boarders && status != BoardingStatus.DAY)),
          Unknown.BOARDING,
          "NOT_HALF_BOARDER");
    }
  }

  /**
   * On enough days of the week.
   *
   * @param least days, 1 to 5
   * @param healthExcepted whether a child whose health keeps it away may eat there less often
   */
  record Meals(int least, boolean healthExcepted) implements Rule {
    @Override
    public RuleCode code() {
      return RuleCode.MEALS;
    }

    @Override
    public Verdict judge(Facts facts) {
      if (healthExcepted && facts.healthArrangement()) {
        return new Verdict.Fulfilled();
      }
      return told(
          facts.mealsAWeek().map(days -> days >= least),
          Unknown.MEALS,
          "TOO_FEW_MEALS",
          least,
          facts.mealsAWeek().orElse(0));
    }
  }

  /** In a collège. */
  record College() implements Rule {
    @Override
    public RuleCode code() {
      return RuleCode.COLLEGE;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(facts.college(), Unknown.COLLEGE, "NOT_A_COLLEGE");
    }
  }

  /**
   * At a level between two, both included.
   *
   * @param first the youngest
   * @param last the oldest
   */
  record Grade(SchoolLevel first, SchoolLevel last) implements Rule {
    @Override
    public RuleCode code() {
      return RuleCode.GRADE;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(
          facts.level().map(at -> at.compareTo(first) >= 0 && at.compareTo(last) <= 0),
          Unknown.LEVEL,
          "GRADE_OUTSIDE",
          first,
          last);
    }
  }

  /**
   * In a school of an admitted sector.
   *
   * @param admitted which
   */
  record Sector(Set<SchoolSector> admitted) implements Rule {
    /** Copies the set. */
    public Sector {
      admitted = Set.copyOf(admitted);
    }

    @Override
    public RuleCode code() {
      return RuleCode.SECTOR;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(facts.sector().map(admitted::contains), Unknown.SECTOR, "SECTOR_NOT_ADMITTED");
    }
  }

  /**
   * The family lives in the département.
   *
   * @param postalCodes beginnings of its postal codes: "57", or whole codes of single communes
   */
  record Residence(List<String> postalCodes) implements Rule {
    /** Copies the list. */
    public Residence {
      postalCodes = List.copyOf(postalCodes);
    }

    @Override
    public RuleCode code() {
      return RuleCode.RESIDENCE;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(
          facts.postalCode().map(code -> postalCodes.stream().anyMatch(code::startsWith)),
          Unknown.RESIDENCE,
          "NOT_RESIDENT");
    }
  }

  /**
   * The school is in the département, or admitted by name.
   *
   * @param outside codes of the schools outside that are admitted
   */
  record School(Set<String> outside) implements Rule {
    /** Copies the set. */
    public School {
      outside = Set.copyOf(outside);
    }

    @Override
    public RuleCode code() {
      return RuleCode.SCHOOL;
    }

    @Override
    public Verdict judge(Facts facts) {
      if (facts.uai().filter(outside::contains).isPresent()) {
        return new Verdict.Fulfilled();
      }
      return told(facts.schoolInside(), Unknown.SCHOOL, "SCHOOL_NOT_LISTED");
    }
  }

  /** The applicant has the child in effective custody. */
  record Custody() implements Rule {
    @Override
    public RuleCode code() {
      return RuleCode.CUSTODY;
    }

    @Override
    public Verdict judge(Facts facts) {
      return told(facts.custody(), Unknown.CUSTODY, "NO_CUSTODY");
    }
  }

  /** The income is within the scale: its bracket gives something. */
  record Income() implements Rule {
    @Override
    public RuleCode code() {
      return RuleCode.INCOME;
    }

    @Override
    public Verdict judge(Facts facts) {
      Optional<Assessment> said = facts.assessment();
      if (said.isEmpty() || said.get() instanceof Assessment.NoRule) {
        return new Verdict.Open(Unknown.SCALE);
      }
      return told(
          said.filter(Assessment.Matched.class::isInstance)
              .map(Assessment.Matched.class::cast)
              .map(matched -> !matched.award().isNothing()),
          Unknown.INCOME,
          "INCOME_ABOVE_SCALE");
    }
  }

  private static Verdict told(
      Optional<Boolean> fulfilled, Unknown missing, String reason, Object... data) {
    if (fulfilled.isEmpty()) {
      return new Verdict.Open(missing);
    }
    return fulfilled.get() ? new Verdict.Fulfilled() : new Verdict.Broken(reason, List.of(data));
  }
}
