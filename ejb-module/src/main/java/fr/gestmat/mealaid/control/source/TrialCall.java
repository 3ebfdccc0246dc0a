package fr.gestmat.mealaid.control.source;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A call that tries a token. It asks for a person that no register holds: "not found" is what a
 * source says that works and that takes the token, and nobody's data are read for a test.
 */
@ApplicationScoped
public class TrialCall {

  private static final HolderIdentity NOBODY =
      new HolderIdentity(
          "ESSAI GESTMAT",
          Optional.empty(),
          List.of("ESSAI"),
          HolderIdentity.BirthDay.of(LocalDate.of(1900, 1, 1)),
          Sex.F,
          BirthPlace.abroad("99990"));

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int CANNOT_IDENTIFY = 422;

  @Inject private CallBudget budget;
  @Inject private ParticulierClient client;
  @Inject private TrialSteps steps;

  /** What came of a trial. */
  public enum Outcome {
    /** The source works and takes the token. */
    WORKS,
    /** The source refuses the token. */
    TOKEN_REFUSED,
    /** The source does not answer now. */
    NO_ANSWER,
    /** The source answered something else. */
    UNEXPECTED,
    /** There is no SIRET or no token that can be read. */
    NOT_SET,
    /** All calls that are allowed are taken: try again in a moment. */
    BUSY
  }

  /**
   * What came of it.
   *
   * @param outcome in a word
   * @param code what the source said; empty if nothing
   */
  public record Result(Outcome outcome, String code) {}

  /** Tries for the authority of who asks. */
  public Result run(Caller who) {
    Optional<ParticulierClient.Access> access = steps.access(who);
    if (access.isEmpty()) {
      return new Result(Outcome.NOT_SET, "");
    }
    Optional<Duration> wait = budget.take(PATIENCE);
    if (wait.isEmpty()) {
      return new Result(Outcome.BUSY, "");
    }
    try {
      TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(Outcome.BUSY, "");
    }
    HttpAnswer heard =
        client
            .ask(
                access.get(),
                SourceKind.FAMILY_QUOTIENT,
                NOBODY.query(Optional.empty()),
                who.accountPublicId())
            .join();
    Result result = judge(AnswerReader.read(SourceKind.FAMILY_QUOTIENT, heard));
    steps.tried(who, result);
    return result;
  }

  /** What an answer about nobody says of the source. */
  static Result judge(SourceAnswer answer) {
    if (answer instanceof Refused refused && refused.ofToken()) {
      return new Result(Outcome.TOKEN_REFUSED, refused.code());
    }
    if (answer instanceof Later later) {
      return new Result(Outcome.NO_ANSWER, later.code());
    }
    if (answer instanceof Refused refused && refused.status() != CANNOT_IDENTIFY) {
      return new Result(Outcome.UNEXPECTED, refused.code());
    }
    return new Result(Outcome.WORKS, "");
  }
}
