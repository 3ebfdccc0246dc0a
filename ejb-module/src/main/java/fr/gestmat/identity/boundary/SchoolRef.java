package fr.gestmat.identity.boundary;

/**
 * A school, as far as a list of schools to choose from must know.
 *
 * @param id database id
 * @param uai national identifier
 * @param name name on the screens
 */
public record SchoolRef(long id, String uai, String name) {}
