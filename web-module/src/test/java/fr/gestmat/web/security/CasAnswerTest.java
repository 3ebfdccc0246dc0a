package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.identity.boundary.EntProfile;
import fr.gestmat.identity.boundary.SignOnAttributes;
import fr.gestmat.identity.boundary.SignOnAttributes.Child;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CasAnswerTest {

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(
            "in cas:attributes, repeated",
            """
            <cas:attributes><cas:ENTPersonJointure>77</cas:ENTPersonJointure>
            <cas:ENTPersonProfils>National_TUT</cas:ENTPersonProfils>
            <cas:ENTPersonStructRattachUAI>0880001A</cas:ENTPersonStructRattachUAI>
            <cas:ENTPersonStructRattachUAI>0880002B</cas:ENTPersonStructRattachUAI>
            </cas:attributes>"""),
        Arguments.of(
            "directly under authenticationSuccess",
            """
            <cas:ENTPersonJointure>77</cas:ENTPersonJointure>
            <cas:ENTPersonProfils>national_tut</cas:ENTPersonProfils>
            <cas:ENTPersonStructRattachUAI>0880001a</cas:ENTPersonStructRattachUAI>
            <cas:ENTPersonStructRattachUAI>0880002B</cas:ENTPersonStructRattachUAI>"""),
        Arguments.of(
            "nested",
            """
            <cas:attributes><cas:ENTPersonJointure> 77 </cas:ENTPersonJointure>
            <cas:ENTPersonProfils><cas:ENTPersonProfil>NATIONAL_TUT</cas:ENTPersonProfil>
            </cas:ENTPersonProfils>
            <cas:ENTPersonStructRattachUAI><cas:value>0880001A</cas:value>
            <cas:value>0880002B</cas:value></cas:ENTPersonStructRattachUAI></cas:attributes>"""),
        Arguments.of(
            "twice, inside and outside",
            """
            <cas:attributes><cas:ENTPersonJointure>77</cas:ENTPersonJointure>
            <cas:ENTPersonProfils>National_2</cas:ENTPersonProfils></cas:attributes>
            <cas:ENTPersonJointure>77</cas:ENTPersonJointure>
            <cas:ENTPersonProfils>National_2</cas:ENTPersonProfils>
            <cas:ENTPersonStructRattachUAI>0880001A</cas:ENTPersonStructRattachUAI>
            <cas:ENTPersonStructRattachUAI>0880002B</cas:ENTPersonStructRattachUAI>"""),
        Arguments.of(
            "as name and value",
            """
            <cas:attributes><cas:attribute name="ENTPersonJointure" value="77"/>
            <cas:attribute name="ENTPersonProfils" value="National_TUT"/>
            <cas:attribute name="ENTPersonStructRattachUAI" value="0880001A"/>
            <cas:attribute name="ENTPersonStructRattachUAI" value="0880002B"/></cas:attributes>"""),
        Arguments.of(
            "as name and text, outside",
            """
            <cas:attribute name="ENTPersonJointure">77</cas:attribute>
            <cas:attribute name="ENTPersonProfils">National_TUT</cas:attribute>
            <cas:attribute name="ENTPersonStructRattachUAI">[0880001A,0880002B]</cas:attribute>"""),
        Arguments.of(
            "as text in brackets, in another case",
            """
            <cas:attributes><cas:entpersonjointure>[77]</cas:entpersonjointure>
            <cas:entpersonprofils>[National_TUT, National_XYZ]</cas:entpersonprofils>
            <cas:entpersonstructrattachuai>[0880001A, 0880002B, ]</cas:entpersonstructrattachuai>
            </cas:attributes>"""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void readsTheSamePersonInEveryShape(String shape, String attributes) {
    String children =
        "<cas:childs><cas:child externalId=\"1001\" UAI=\"0880001a\"/>"
            + "<cas:child uai=\"0880002B\" externalid=\"1002\"/><cas:child externalId=\"3\"/>"
            + "</cas:childs>";
    SignOnAttributes person = person(attributes + children);
    assertThat(person.user()).isEqualTo("mleroy");
    assertThat(person.directoryId()).contains("77");
    assertThat(person.profiles()).containsExactly(EntProfile.GUARDIAN);
    assertThat(person.schools()).containsExactlyInAnyOrder("0880001A", "0880002B");
    assertThat(person.children())
        .containsExactly(new Child("1001", "0880001A"), new Child("1002", "0880002B"));
  }

  @Test
  void childrenInsideTheAttributesAreReadAsWell() {
    SignOnAttributes person =
        person(
            "<cas:attributes><cas:childs><cas:child externalId='5' UAI='0880001A'/></cas:childs>"
                + "</cas:attributes>");
    assertThat(person.children()).containsExactly(new Child("5", "0880001A"));
  }

  @Test
  void twoDirectoryIdsSayNothing() {
    SignOnAttributes person =
        person(
            "<cas:ENTPersonJointure>77</cas:ENTPersonJointure>"
                + "<cas:ENTPersonJointure>78</cas:ENTPersonJointure>");
    assertThat(person.directoryId()).isEmpty();
    assertThat(person.subject()).isEqualTo("user:mleroy");
  }

  @Test
  void namesAreReadAndNothingIsInvented() {
    SignOnAttributes person =
        person(
            "<cas:ENTPersonPrenom>Maëlle</cas:ENTPersonPrenom>"
                + "<cas:ENTPersonNomUsuel>L'Hermitte &amp; Fils</cas:ENTPersonNomUsuel>"
                + "<cas:mail>pas une adresse</cas:mail>");
    assertThat(person.displayName()).isEqualTo("Maëlle L'Hermitte & Fils");
    assertThat(person.email()).isEmpty();
    assertThat(person("").displayName()).isEqualTo("mleroy");
    assertThat(person("").schools()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "National_ELV,PUPIL",
    "national_tut,GUARDIAN",
    "NATIONAL_ENS,TEACHER",
    "National_DIR,HEAD",
    "National_EVS,SCHOOL_LIFE",
    "National_ETA,STAFF",
    "National_ACA,ACADEMY",
    "National_DOC,LIBRARIAN",
    "National_COL,AUTHORITY",
    "National_1,PUPIL",
    "National_2,GUARDIAN",
    "National_3,TEACHER",
    "National_4,HEAD",
    "National_5,SCHOOL_LIFE",
    "National_6,STAFF",
    "National_7,ACADEMY",
    "National_8,LIBRARIAN",
    "National_9,AUTHORITY"
  })
  void everyProfileCodeIsKnown(String code, EntProfile profile) {
    assertThat(EntProfile.of(code)).contains(profile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "National_", "National_10", "ELV", "Autre_ELV", "National ELV"})
  void otherCodesAreNoProfile(String code) {
    assertThat(EntProfile.of(code)).isEmpty();
  }

  @Test
  void aFailureKeepsItsCode() {
    assertThat(
            CasAnswer.read(
                "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>"
                    + "<cas:authenticationFailure code='INVALID_TICKET'>no</cas:authenticationFailure>"
                    + "</cas:serviceResponse>"))
        .isEqualTo(new CasAnswer.Failure("INVALID_TICKET"));
  }

  static Stream<Arguments> garbage() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("CAS 1", "yes\nmleroy\n"),
        Arguments.of("a page", "<!doctype html><html><body>Maintenance</body></html>"),
        Arguments.of("truncated", success("").substring(0, 120)),
        Arguments.of("no user", success("").replace("cas:user", "cas:name")),
        Arguments.of("blank user", success("").replace("mleroy", " ")),
        Arguments.of("two users", success("<cas:user>other</cas:user>")),
        Arguments.of(
            "another root",
            "<r><authenticationSuccess><user>x</user>" + "</authenticationSuccess></r>"),
        Arguments.of(
            "success and failure",
            success("")
                .replace(
                    "</cas:serviceResponse>",
                    "<cas:authenticationFailure code='X'/></cas:serviceResponse>")),
        Arguments.of("too long", success("<cas:a>" + "x".repeat(SafeXml.LONGEST) + "</cas:a>")),
        Arguments.of("a bare document type", "<!DOCTYPE r>" + success("")),
        Arguments.of(
            "an external entity",
            "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + success("").replace("mleroy", "&e;")),
        Arguments.of(
            "a billion laughs",
            "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
                + success("").replace("mleroy", "&b;")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("garbage")
  void anythingElseIsUnreadable(String what, String text) {
    assertThat(CasAnswer.read(text)).isEqualTo(new CasAnswer.Unreadable());
  }

  @Test
  @DisplayName("A comment inside a name does not cut it: the whole text counts")
  void commentsDoNotCutTheUser() {
    CasAnswer answer = CasAnswer.read(success("").replace("mleroy", "admin<!-- -->x"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            CasAnswer.Success.class, success -> assertThat(success.user()).isEqualTo("adminx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
            + "<samlp:SessionIndex>ST-1</samlp:SessionIndex></samlp:LogoutRequest>",
        " \n<LogoutRequest><SessionIndex> ST-1 </SessionIndex></LogoutRequest>",
        "logoutRequest=%3CLogoutRequest%3E%3CSessionIndex%3EST-1%3C%2FSessionIndex%3E"
            + "%3C%2FLogoutRequest%3E",
        "a=b&logoutRequest=%3CLogoutRequest%3E%3CSessionIndex%3EST-1%3C/SessionIndex%3E"
            + "%3C/LogoutRequest%3E&c"
      })
  void aLogoutNoticeNamesItsTicketInBothForms(String body) {
    assertThat(LogoutRequest.ticket(body)).contains("ST-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x=y",
        "logoutRequest=",
        "logoutRequest=%zz",
        "<a/>",
        "<LogoutRequest><SessionIndex/></LogoutRequest>",
        "<!DOCTYPE a [<!ENTITY e 'ST-1'>]><LogoutRequest><SessionIndex>&e;</SessionIndex>"
            + "</LogoutRequest>"
      })
  void anythingElseIsNoLogoutNotice(String body) {
    assertThat(LogoutRequest.ticket(body)).isEmpty();
  }

  private static SignOnAttributes person(String attributes) {
    CasAnswer answer = CasAnswer.read(success(attributes));
    assertThat(answer).isInstanceOf(CasAnswer.Success.class);
    return EntAttributes.of((CasAnswer.Success) answer, "ENTPersonJointure").orElseThrow();
  }

  private static String success(String attributes) {
    return "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess>"
        + "<cas:user>mleroy</cas:user>"
        + attributes
        + "</cas:authenticationSuccess></cas:serviceResponse>";
  }
}
