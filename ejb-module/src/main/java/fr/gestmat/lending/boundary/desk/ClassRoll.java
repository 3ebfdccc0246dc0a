package fr.gestmat.lending.boundary.desk;

import java.util.List;
import java.util.UUID;

/**
 * A class in the order in which it is called up.
 *
 * @param id public id of the class
 * @param name its name
 * @param pupils those who are there now, by name
 */
public record ClassRoll(UUID id, String name, List<DeskPupil> pupils) {}
