package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ent.EntPerson.Profile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grown-ups whom people try the product as: staff of schools, who arrive from the ENT, and
 * staff of the region, who have local accounts. What a person may do comes from these roles alone.
 */
final class SampleStaff {

  /** Who made what was there before the story begins. */
  static final String REGION_MANAGER = "Claire Vasseur";

  /**
   * Somebody at a school.
   *
   * @param externalId key in the feed
   * @param profile what the ENT says the person is
   * @param schools positions in {@link SampleSchool#ALL}, the first is the main one
   * @param roles what the person may do at each of these schools, nothing for most
   * @param about what trying this person shows, in French
   */
  record Member(
      String externalId,
      String givenName,
      String familyName,
      Profile profile,
      List<Integer> schools,
      Set<Role> roles,
      String about) {

    String fullName() {
      return givenName + " " + familyName;
    }
  }

  /**
   * Somebody at the region.
   *
   * @param login name of the local account
   * @param role what the person may do in the whole authority
   */
  record Official(String login, String fullName, Role role) {}

  static final List<Member> MEMBERS =
      List.of(
          new Member(
              "3500001",
              "Nadia",
              "Benhamou",
              Profile.DOC,
              List.of(0),
              Set.of(Role.LOAN_AGENT),
              "prête et reprend au comptoir de son lycée"),
          new Member(
              "3500002",
              "Marc",
              "Oberlin",
              Profile.ETA,
              List.of(0),
              Set.of(Role.LOAN_MANAGER),
              "gère le matériel de son lycée"),
          new Member(
              "3500003",
              "Laurence",
              "Pasquier",
              Profile.DIR,
              List.of(0),
              Set.of(),
              "dirige le lycée, sans aucun droit dans Gestmat"),
          new Member(
              "3500004",
              "Odile",
              "Fournier-Lang",
              Profile.ETA,
              List.of(1),
              Set.of(Role.LOAN_MANAGER),
              "gère le matériel d'un lycée qui attend une livraison"),
          new Member(
              "3500005",
              "Yvan",
              "Prud'homme",
              Profile.EVS,
              List.of(1, 2),
              Set.of(Role.LOAN_AGENT),
              "travaille dans deux lycées"),
          new Member(
              "3500006",
              "Maëlle",
              "Le Guen",
              Profile.ETA,
              List.of(2),
              Set.of(Role.LOAN_MANAGER),
              "gère le matériel de son lycée"),
          new Member(
              "3500007",
              "Driss",
              "Haddouche",
              Profile.ETA,
              List.of(3),
              Set.of(Role.LOAN_MANAGER, Role.LOAN_AGENT),
              "seul à tout faire dans un lycée professionnel"),
          new Member(
              "3500008",
              "Anne-Lise",
              "Trautmann",
              Profile.DOC,
              List.of(4),
              Set.of(Role.LOAN_AGENT),
              "prête et reprend au comptoir de son lycée"),
          new Member(
              "3500009",
              "Gaël",
              "de Bréville",
              Profile.ETA,
              List.of(5),
              Set.of(Role.LOAN_AGENT, Role.LOAN_MANAGER),
              "seul à tout faire dans un lycée agricole"),
          new Member(
              "3500010",
              "Sylvie",
              "Aubertin",
              Profile.ENS,
              List.of(0),
              Set.of(),
              "enseigne, sans aucun droit dans Gestmat"));

  static final List<Official> OFFICIALS =
      List.of(
          new Official("claire.vasseur", REGION_MANAGER, Role.REGION_MANAGER),
          new Official("etienne.marchal", "Étienne Marchal", Role.ADMIN),
          new Official("solene.kieffer", "Solène Kieffer", Role.AUDITOR));

  private SampleStaff() {}

  /** Name of somebody who hands out at a school. */
  static String agentOf(SampleSchool school) {
    int position = SampleSchool.ALL.indexOf(school);
    return MEMBERS.stream()
        .filter(member -> member.schools().contains(position) && !member.roles().isEmpty())
        .findFirst()
        .map(Member::fullName)
        .orElseThrow();
  }

  /** Writes the staff as the feed names them; returns their database ids by external id. */
  static Map<String, Long> write(Sample sample, long authority, List<School> schools)
      throws SQLException {
    Map<String, Long> written = new HashMap<>();
    Ids ids = sample.ids("staff_member_seq");
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      for (Member member : MEMBERS) {
        Listed listed =
            new Listed(
                ids.next(),
                sample.chance().uuid(),
                SamplePupils.SOURCE,
                member.externalId(),
                member.familyName(),
                member.givenName());
        written.put(member.externalId(), listed.id());
        people.staff().add(listed, "agent" + member.externalId() + "@hautes-marches.example");
        for (int position : member.schools()) {
          people.staff().post(listed, schools.get(position).id());
        }
      }
    }
    return written;
  }
}
