package fr.gestmat.lending.control.desk;

/**
 * A school as the API shows it.
 *
 * @param uai national identifier
 * @param name name on the screens
 */
public record SchoolView(String uai, String name) {}
