package fr.gestmat.mealaid.control.scale;

import java.util.List;

/** What a scale says about a household, with every step that led there. */
public sealed interface Assessment {

  /** How it was found, in order. */
  List<Step> steps();

  /**
   * A bracket fits.
   *
   * @param bracket its place in the scale, from 0
   * @param label its name; may be empty
   * @param award what it gives for one child; may be 0, if the bracket says so
   * @param steps how it was found
   */
  record Matched(int bracket, String label, Award award, List<Step> steps) implements Assessment {}

  /**
   * It depends on what is not known.
   *
   * @param missing what has to be known, at least one
   * @param steps how far it went
   */
  record Undetermined(List<Missing> missing, List<Step> steps) implements Assessment {}

  /**
   * The scale has no bracket for this household: an error of the scale, never an aid of 0.
   *
   * @param steps how far it went
   */
  record NoRule(List<Step> steps) implements Assessment {}
}
