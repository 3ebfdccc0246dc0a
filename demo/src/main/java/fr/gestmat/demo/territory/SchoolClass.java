package fr.gestmat.demo.territory;

/**
 * A class that was written.
 *
 * @param id database id
 * @param grade database id of its level
 * @param year 1 in seconde, 2 in première, 3 in terminale
 */
record SchoolClass(long id, School school, long grade, String name, int year) {}
