package fr.gestmat.mealaid.control.taxnotice;

/** What reading a code gave. */
public sealed interface CodeReading {

  /**
   * It was read; whether it is authentic is another question.
   *
   * @param code what it says
   */
  record Read(TwoDDoc code) implements CodeReading {}

  /**
   * It was not.
   *
   * @param problem why
   */
  record Unreadable(CodeProblem problem) implements CodeReading {}
}
