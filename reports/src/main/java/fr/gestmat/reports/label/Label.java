package fr.gestmat.reports.label;

/**
 * What one label says.
 *
 * @param code the asset tag, encoded and printed as it is
 * @param model the model's name, shortened to fit, the first to be left out where there is no room;
 *     empty for none
 * @param school the school's name, shortened to fit; empty for none
 */
public record Label(String code, String model, String school) {}
