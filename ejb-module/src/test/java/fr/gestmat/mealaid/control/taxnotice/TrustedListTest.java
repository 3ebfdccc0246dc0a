package fr.gestmat.mealaid.control.taxnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only a list that is signed as a whole names anybody. */
class TrustedListTest {

  private static Optional<TrustedList> read(byte[] xml) throws IOException {
    return TrustedList.read(new ByteArrayInputStream(xml));
  }

  private static byte[] changed(byte[] xml, String from, String to) {
    String text = new String(xml, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void namesAuthoritiesWithTheirStatus() throws Exception {
    TrustedList list =
        read(TestTrust.signed(TestTrust.list(22, "inaccord", "FR99", TestTrust.AUTHORITY)))
            .orElseThrow();
    assertThat(list.sequence()).isEqualTo(22);
    assertThat(list.signer()).isEqualTo(TestTrust.signer());
    assertThat(list.authorities())
        .singleElement()
        .satisfies(
            authority -> {
              assertThat(authority.code()).isEqualTo("FR99");
              assertThat(authority.trusted()).isTrue();
            });
    assertThat(
            read(TestTrust.signed(TestTrust.list(23, "expired", "FR99", TestTrust.AUTHORITY)))
                .orElseThrow()
                .authorities())
        .noneMatch(TrustedList.Authority::trusted);
  }

  @Test
  void oneChangedLetterOrAnUnsignedListNamesNobody() throws Exception {
    String plain = TestTrust.list(22, "expired", "FR99", TestTrust.AUTHORITY);
    byte[] signed = TestTrust.signed(plain);
    assertThat(read(changed(signed, "Svcstatus/expired", "Svcstatus/inaccord"))).isEmpty();
    assertThat(read(changed(signed, ">22<", ">23<"))).isEmpty();
    assertThat(read(plain.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read("<html/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read("no xml".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(
            read(
                ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")
                    .getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void aSignedListInsideAnotherDocumentNamesNobody() throws Exception {
    String signed =
        new String(
                TestTrust.signed(TestTrust.list(22, "inaccord", "FR99", TestTrust.AUTHORITY)),
                StandardCharsets.UTF_8)
            .replaceFirst("<\\?xml[^>]*>", "");
    String wrapped =
        TestTrust.list(23, "inaccord", "FR98", TestTrust.TEST_AUTHORITY)
            .replace("</SchemeInformation>", signed + "</SchemeInformation>");
    assertThat(read(wrapped.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void whatStandsInsideTheSignatureNamesNobody() throws Exception {
    String signed =
        new String(
            TestTrust.signed(TestTrust.list(22, "inaccord", "FR99", TestTrust.AUTHORITY)),
            StandardCharsets.UTF_8);
    String other = TestTrust.list(23, "inaccord", "FR98", TestTrust.TEST_AUTHORITY);
    String provider =
        other.substring(
            other.indexOf("<TrustServiceProvider>"), other.indexOf("</TrustServiceProviderList>"));
    String wrapped =
        signed.replace(
            "</Signature>",
            "<Object>"
                + provider.replace(
                    "<TrustServiceProvider>",
                    "<TrustServiceProvider xmlns=\"http://uri.etsi.org/02231/v2#\">")
                + "</Object></Signature>");
    assertThat(wrapped).isNotEqualTo(signed);
    assertThat(read(wrapped.getBytes(StandardCharsets.UTF_8)).orElseThrow().authorities())
        .extracting(TrustedList.Authority::code)
        .containsExactly("FR99");
  }

  @Test
  void certificatesSayWhoseTheyAre() throws Exception {
    X509Certificate participant = TestTrust.certificate(TestTrust.PARTICIPANT);
    assertThat(Certificates.id(participant)).contains("T001");
    assertThat(Certificates.authority(participant)).contains("FR99");
    assertThat(Certificates.isIssuedBy(participant, TestTrust.certificate(TestTrust.AUTHORITY)))
        .isTrue();
    assertThat(
            Certificates.isIssuedBy(participant, TestTrust.certificate(TestTrust.TEST_AUTHORITY)))
        .isFalse();
    assertThat(Certificates.isValidOn(participant, LocalDate.of(2020, 1, 1))).isFalse();
    assertThat(Certificates.isValidOn(participant, LocalDate.of(2030, 1, 1))).isTrue();
    assertThat(Certificates.read("no certificate".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
