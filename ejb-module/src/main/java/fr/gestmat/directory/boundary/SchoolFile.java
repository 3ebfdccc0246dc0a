package fr.gestmat.directory.boundary;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A school with its classes.
 *
 * @param school the school
 * @param address street, postal code and town, each if known, parted by line feeds
 * @param phone its telephone
 * @param classes its classes that have pupils, by name
 * @param withoutClass pupils who are in no class
 */
public record SchoolFile(
    SchoolLine school,
    Optional<String> address,
    Optional<String> phone,
    List<ClassLine> classes,
    int withoutClass) {

  /**
   * A class in a list.
   *
   * @param id public id
   * @param name its name
   * @param pupils pupils present
   */
  public record ClassLine(UUID id, String name, int pupils) {}
}
