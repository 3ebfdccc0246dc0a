package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.control.taxnotice.NoticeNames;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In whose names the tax notices of an application may be: who applies, and who lives with them.
 */
@ApplicationScoped
public class Declarants {

  @PersistenceContext private EntityManager entities;
  @Inject private Families families;

  List<NoticeNames.Person> of(AidApplication application) {
    Stream<NoticeNames.Person> known =
        families.of(application).members().stream()
            .filter(member -> member.side() == Side.HOUSEHOLD)
            .map(Family.Member::guardianId)
            .filter(Objects::nonNull)
            .flatMap(id -> guardian(id).stream());
    return Stream.concat(known, asWritten(application.applicant().name())).toList();
  }

  private Optional<NoticeNames.Person> guardian(long id) {
    List<?> rows =
        entities
            .createNativeQuery("select family_name, given_name from guardian where id = ?1")
            .setParameter(1, id)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row -> {
              Object[] columns = (Object[]) row;
              return new NoticeNames.Person(
                  List.of(String.valueOf(columns[0])), String.valueOf(columns[1]));
            });
  }

  /**
   * Who is in no directory wrote a name in one line: its first word or its last is the family's.
   */
  private static Stream<NoticeNames.Person> asWritten(String name) {
    String whole = name.strip();
    int first = whole.indexOf(' ');
    int last = whole.lastIndexOf(' ');
    return first < 0
        ? Stream.empty()
        : Stream.of(
            new NoticeNames.Person(List.of(whole.substring(last + 1)), whole.substring(0, last)),
            new NoticeNames.Person(List.of(whole.substring(0, first)), whole.substring(first + 1)));
  }
}
