package fr.gestmat.identity.boundary;

import fr.gestmat.identity.entity.IdentityProvider;
import fr.gestmat.identity.entity.Protocol;

/**
 * A portal as signing on through it needs to know it.
 *
 * @param key short stable name in addresses
 * @param name name on the screens
 * @param protocol how it speaks
 * @param baseUrl address of its CAS server, without a final slash
 * @param personIdAttribute attribute that carries a person's id in the directory feed
 */
public record Portal(
    String key, String name, Protocol protocol, String baseUrl, String personIdAttribute) {

  static Portal of(IdentityProvider provider) {
    return new Portal(
        provider.key(),
        provider.name(),
        provider.protocol(),
        provider.baseUrl(),
        provider.personIdAttribute());
  }
}
