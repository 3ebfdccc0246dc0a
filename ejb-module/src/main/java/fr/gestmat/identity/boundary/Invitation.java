package fr.gestmat.identity.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a person choose a password, once. Its secret is kept nowhere: who loses it gets a new one.
 *
 * @param account of whom
 * @param name their name
 * @param login what they will sign on with
 * @param email where to send it, if known
 * @param secret what the link ends with
 * @param expires from when it is of no use
 */
public record Invitation(
    UUID account,
    String name,
    String login,
    Optional<String> email,
    String secret,
    Instant expires) {}
