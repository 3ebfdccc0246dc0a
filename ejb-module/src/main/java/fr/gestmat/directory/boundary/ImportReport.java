package fr.gestmat.directory.boundary;

import fr.gestmat.directory.control.feed.ProblemKind;
import java.util.List;
import java.util.Optional;

/**
 * What an import would do, or did.
 *
 * @param summary the import
 * @param progress how far the work on it is, while somebody works on it
 * @param failed whether the work stopped for a reason that it could not mend
 * @param files the files of the set
 * @param totals all schools that go in, together
 * @param schools how many schools there are in each standing
 * @param problems how many lines of each kind, worst first
 * @param toDecide schools that need a decision: not on the list, or many pupils leave
 */
public record ImportReport(
    ImportSummary summary,
    Optional<Progress> progress,
    boolean failed,
    List<FileLine> files,
    Totals totals,
    Schools schools,
    List<ProblemCount> problems,
    List<SchoolLine> toDecide) {

  /** How far: in bytes while reading, in schools while applying; total 0 while unknown. */
  public record Progress(long done, long total) {}

  /** A file of the set. */
  public record FileLine(String name, long bytes) {}

  /** Pupils by what happens to them. */
  public record Totals(int fresh, int changed, int moved, int left, int unchanged) {

    /** Whether no pupil would be written. */
    public boolean nothing() {
      return fresh + changed + moved + left == 0;
    }
  }

  /**
   * Schools by standing.
   *
   * @param ours on the authority's list
   * @param asked not on it, proposed
   * @param other not on it, left out
   * @param held ours, where many leave and nobody confirmed it yet
   */
  public record Schools(int ours, int asked, int other, int held) {}

  /** How many lines the report has of a kind. */
  public record ProblemCount(ProblemKind kind, int count) {}

  /**
   * What happens in a school.
   *
   * @param uai its code
   * @param name its name
   * @param standing whose it is
   * @param pupils pupils in the set
   * @param before pupils present before
   * @param fresh new pupils
   * @param changed pupils of whom something changed
   * @param moved pupils from other schools of the authority
   * @param left pupils who leave
   * @param manyLeave whether that needs to be confirmed
   * @param leavingConfirmed whether it was
   * @param applied whether the school is up to date
   */
  public record SchoolLine(
      String uai,
      String name,
      Standing standing,
      int pupils,
      int before,
      int fresh,
      int changed,
      int moved,
      int left,
      boolean manyLeave,
      boolean leavingConfirmed,
      boolean applied) {}

  /** Whether a school is the authority's. */
  public enum Standing {
    /** On its list. */
    OURS,
    /** Not on it; goes in if accepted. */
    ASKED,
    /** Not on it; stays out. */
    OTHER
  }

  /**
   * A line of the report.
   *
   * @param position its place, from 1
   * @param kind what is wrong
   * @param uai the school, if it concerns one
   * @param file the file's name
   * @param line the line in the file, 0 for the whole file
   * @param subject whom or what it is about
   * @param detail the value that is wrong
   */
  public record ProblemLine(
      int position,
      ProblemKind kind,
      Optional<String> uai,
      String file,
      int line,
      String subject,
      String detail) {}
}
