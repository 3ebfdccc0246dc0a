package fr.gestmat.lending.boundary.desk;

import java.util.UUID;

/**
 * A class that a desk may call up.
 *
 * @param id its public id
 * @param name its name
 * @param pupils how many pupils are in it now
 * @param served how many of them hold a device
 */
public record DeskClass(UUID id, String name, long pupils, long served) {}
