package fr.gestmat.demo.territory;

/**
 * A school that was written.
 *
 * @param id database id
 * @param data what it was made of
 */
record School(long id, SampleSchool data) {}
