package fr.gestmat.identity.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.directory.entity.School;
import fr.gestmat.identity.control.AccountRows;
import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.Administrators;
import fr.gestmat.identity.control.PortalRules;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.entity.IdentityProvider;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The portals that people of an authority may come through, as its administrators describe them.
 */
@Stateless
@RolesAllowed("ADMIN")
public class PortalAdministration {

  @PersistenceContext private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private AccountRows rows;
  @Inject private Administrators administrators;
  @Inject private CurrentCaller caller;
  @Inject private RightsJournal journal;
  @Inject private SignedOnCache cache;

  /** The authority's portals by name; an authority has a handful. */
  public List<PortalFile> list() {
    return entities
        .createQuery(
            """
            select distinct p from IdentityProvider p left join fetch p.schools
             where p.authorityId = :authority order by p.name, p.key\
            """,
            IdentityProvider.class)
        .setParameter("authority", authority())
        .getResultStream()
        .map(PortalAdministration::file)
        .toList();
  }

  /** A portal of the authority. */
  public Optional<PortalFile> find(UUID id) {
    return row(id).map(PortalAdministration::file);
  }

  private static PortalFile file(IdentityProvider portal) {
    List<SchoolRef> schools =
        portal.schools().stream()
            .map(school -> new SchoolRef(school.id(), school.uai(), school.name()))
            .sorted(Comparator.comparing(SchoolRef::name).thenComparing(SchoolRef::uai))
            .toList();
    return new PortalFile(
        portal.publicId(),
        portal.version(),
        new PortalForm(
            portal.key(),
            portal.name(),
            portal.protocol(),
            portal.baseUrl(),
            portal.personIdAttribute(),
            schools.stream().map(SchoolRef::uai).collect(Collectors.toSet()),
            portal.active()),
        schools);
  }

  /** Adds a portal; everything that is wrong, and nothing was added unless empty. */
  public Set<PortalRefusal> add(PortalForm form) {
    administrators.lock(authority());
    Set<PortalRefusal> refusals = judge(form);
    if (accounts.portal(form.key()).isPresent()) {
      refusals.add(PortalRefusal.KEY_TAKEN);
    }
    if (refusals.isEmpty()) {
      IdentityProvider portal = new IdentityProvider(authority(), form.key());
      describe(portal, form);
      entities.persist(portal);
      entities.flush();
      written("PORTAL_ADDED", portal);
    }
    return refusals;
  }

  /**
   * Describes a portal anew; its key stays, as it is part of people's identity.
   *
   * @param version as it was read
   * @return everything that is wrong, and nothing was changed unless empty; absent if there is no
   *     such portal
   */
  public Optional<Set<PortalRefusal>> edit(UUID id, int version, PortalForm form) {
    administrators.lock(authority());
    return row(id).map(portal -> edit(portal, version, form));
  }

  private Set<PortalRefusal> edit(IdentityProvider portal, int version, PortalForm form) {
    Set<PortalRefusal> refusals = judge(form);
    if (portal.version() != version) {
      refusals.add(PortalRefusal.CHANGED_MEANWHILE);
    }
    if (!form.active() && !administrators.leftWithoutPortal(authority(), portal.id())) {
      refusals.add(PortalRefusal.LAST_ADMINISTRATOR);
    }
    if (refusals.isEmpty()) {
      describe(portal, form);
      cache.clear();
      written("PORTAL_CHANGED", portal);
    }
    return refusals;
  }

  private Set<PortalRefusal> judge(PortalForm form) {
    Set<PortalRefusal> refusals = EnumSet.noneOf(PortalRefusal.class);
    refusals.addAll(PortalRules.judge(form));
    if (!unknown(form.uais()).isEmpty()) {
      refusals.add(PortalRefusal.SCHOOLS);
    }
    return refusals;
  }

  /** Those of the codes that are none of the authority's schools. */
  public Set<String> unknown(Set<String> uais) {
    Set<String> known =
        rows.schools(authority()).stream().map(SchoolRef::uai).collect(Collectors.toSet());
    return uais.stream().filter(uai -> !known.contains(uai)).collect(Collectors.toSet());
  }

  private void describe(IdentityProvider portal, PortalForm form) {
    portal.describe(
        form.name(), form.protocol(), form.baseUrl(), form.personIdAttribute(), form.active());
    portal.speakFor(
        form.uais().isEmpty()
            ? List.of()
            : entities
                .createQuery(
                    "select s from School s where s.authorityId = :authority and s.uai in :uais",
                    School.class)
                .setParameter("authority", authority())
                .setParameter("uais", form.uais())
                .getResultList());
  }

  private void written(String action, IdentityProvider portal) {
    journal.write(
        caller.get(),
        action,
        "IDENTITY_PROVIDER",
        portal.id(),
        null,
        Map.of(
            "key",
            portal.key(),
            "baseUrl",
            portal.baseUrl(),
            "protocol",
            portal.protocol().name(),
            "schools",
            Integer.toString(portal.schools().size()),
            "active",
            Boolean.toString(portal.active())));
  }

  private Optional<IdentityProvider> row(UUID id) {
    return entities
        .createQuery(
            "select p from IdentityProvider p where p.publicId = :id and p.authorityId ="
                + " :authority",
            IdentityProvider.class)
        .setParameter("id", id)
        .setParameter("authority", authority())
        .getResultStream()
        .findFirst();
  }

  private long authority() {
    return caller.get().authorityId();
  }
}
