package fr.gestmat.lending.control;

/**
 * A school as a scan names it.
 *
 * @param id database id
 * @param uai national identifier
 * @param name name on the screens
 */
public record SchoolRef(long id, String uai, String name) {}
