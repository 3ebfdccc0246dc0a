package fr.gestmat.mealaid.control.taxnotice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/**
 * An authority FR99 with a participant T001, a list that names it, and an authority FR00 that
 * nobody may trust: made for tests, valid for a hundred years, of no use elsewhere.
 */
public final class TestTrust {

  public static final String AUTHORITY =
      "MIIBxDCCAWugAwIBAgIUe3x/YEIFd59TVWDcljzQT2alVC4wCgYIKoZIzj0EAwIwNzELMAkGA1UEBhMCRlIx"
          + "GTAXBgNVBAoMEEF1dG9yaXRlIGQgZXNzYWkxDTALBgNVBAMMBEZSOTkwIBcNMjYxMTI3MDU1MjQyWhgPMjEy"
          + "NjExMDMwNTUyNDJaMDcxCzAJBgNVBAYTAkZSMRkwFwYDVQQKDBBBdXRvcml0ZSBkIGVzc2FpMQ0wCwYDVQQD"
          + "DARGUjk5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEcMtogsQJ8z+cqWmALd2/LYbhOKJJfsU1s+ba1tnt"
          + "nJmRWIU40ZaXNV3/2PXt8pQAqqrkVLS5F5OhineHHBNlQaNTMFEwHQYDVR0OBBYEFJdyN6EBWYde3mUR3BQ4"
          + "F5YNc1lqMB8GA1UdIwQYMBaAFJdyN6EBWYde3mUR3BQ4F5YNc1lqMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI"
          + "zj0EAwIDRwAwRAIgHdbCdzQk/oGgM6xzJ69kBqrKQQQjD8hh+9tOA6sbAA4CIAJlj0iuKkfYHxR7ORKHz1ef"
          + "EeEBRamA/yT7tKJmhZT0";

  public static final String PARTICIPANT =
      "MIIBXjCCAQQCAQIwCgYIKoZIzj0EAwIwNzELMAkGA1UEBhMCRlIxGTAXBgNVBAoMEEF1dG9yaXRlIGQgZXNz"
          + "YWkxDTALBgNVBAMMBEZSOTkwIBcNMjYxMTI3MDU1MjQyWhgPMjEyNjExMDMwNTUyNDJaMD0xCzAJBgNVBAYT"
          + "AkZSMR8wHQYDVQQKDBZBZG1pbmlzdHJhdGlvbiBkIGVzc2FpMQ0wCwYDVQQDDARUMDAxMFkwEwYHKoZIzj0C"
          + "AQYIKoZIzj0DAQcDQgAEeKPH4ThpOwonw8QJFyxMDGI0Y/mHiTDVGTg4LH9mSzVeIPS2oNYSiSmQI8lzn67y"
          + "dhmt7x/HN+K/I7N7dS9P+DAKBggqhkjOPQQDAgNIADBFAiAgQgX28bt3NLm4jCdqozvV4n2TIRtlWlRYukZD"
          + "AIlEEQIhAKifOkz0l1RaEZBU3qVCW8R/GuE/QXZ7Q4A7aOnVPbOn";

  public static final String TEST_AUTHORITY =
      "MIIBujCCAV+gAwIBAgIUeeFNOGSUQTf5EpgO4QXP3SlAghswCgYIKoZIzj0EAwIwMTELMAkGA1UEBhMCRlIx"
          + "EzARBgNVBAoMCkFDIERFIFRFU1QxDTALBgNVBAMMBEZSMDAwIBcNMjYxMTI3MDU1MjQyWhgPMjEyNjExMDMw"
          + "NTUyNDJaMDExCzAJBgNVBAYTAkZSMRMwEQYDVQQKDApBQyBERSBURVNUMQ0wCwYDVQQDDARGUjAwMFkwEwYH"
          + "KoZIzj0CAQYIKoZIzj0DAQcDQgAEsFIHo8w3TDFAh+5v3hwYINj9LfpX7Z+AMmecsKP8JM1mTJVWo61ZD3ux"
          + "wJw2Lpbp+C1IuLcK1BhvbJ16ry5XMKNTMFEwHQYDVR0OBBYEFOV+K/m24vt0EFL+Z+jAPeHFlmH3MB8GA1Ud"
          + "IwQYMBaAFOV+K/m24vt0EFL+Z+jAPeHFlmH3MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIh"
          + "ANa438+Nf6T2jU/SzPmL+iv4138rrkvbIfEKqh1iSZ5pAiEApAJpNS8BdlCPUA4T5Z8cxb89lkKbKKYSjpb/"
          + "/oF6a0I=";

  private static final String SIGNER =
      "MIIB0zCCAXmgAwIBAgIUaK/d8JKo9PCjfFgd5L6IaOK91FkwCgYIKoZIzj0EAwIwPjELMAkGA1UEBhMCRlIx"
          + "FjAUBgNVBAoMDUxpc3RlIGQgZXNzYWkxFzAVBgNVBAMMDkNhY2hldCBkIGVzc2FpMCAXDTI2MTEyNzA1NTI0"
          + "M1oYDzIxMjYxMTAzMDU1MjQzWjA+MQswCQYDVQQGEwJGUjEWMBQGA1UECgwNTGlzdGUgZCBlc3NhaTEXMBUG"
          + "A1UEAwwOQ2FjaGV0IGQgZXNzYWkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQqSWgENDwR/uKyfFMDmg0W"
          + "Jap1AHPZnHN2h0a0ta3BYQPq9nuQZOVwvgGtFt92pjy5qA+RWDZTqTQHz35MjrGGo1MwUTAdBgNVHQ4EFgQU"
          + "xqPP+1jCCeac9YXoPHfgxcpZiq0wHwYDVR0jBBgwFoAUxqPP+1jCCeac9YXoPHfgxcpZiq0wDwYDVR0TAQH/"
          + "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBJBi+fx4gnVKqi/3XzQMSH3kmhTV4i5AWGD0iGx8XJfQIhAJ04"
          + "lPPq9jZPGAgNz2RgmTEEpKC4nMJOpGJkB3hOlK32";

  private static final String PARTICIPANT_KEY =
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEW3vzF7dWK3UN71aWzY027a9pslkj4rrwCWM"
          + "k+zyohOhRANCAAR4o8fhOGk7CifDxAkXLEwMYjRj+YeJMNUZODgsf2ZLNV4g9Lag1hKJKZAjyXOfrvJ2Ga3v"
          + "H8c34r8js3t1L0/4";

  private static final String SIGNER_KEY =
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWLoCeei7rIXBOCQPTIbu7H/6a3N2x5bG9jrj"
          + "mU8kuQehRANCAAQqSWgENDwR/uKyfFMDmg0WJap1AHPZnHN2h0a0ta3BYQPq9nuQZOVwvgGtFt92pjy5qA+R"
          + "WDZTqTQHz35MjrGG";

  private TestTrust() {}

  public static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  public static X509Certificate certificate(String base64) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes(base64)));
  }

  public static X509Certificate signer() throws Exception {
    return certificate(SIGNER);
  }

  public static PrivateKey participantKey() throws Exception {
    return key(PARTICIPANT_KEY);
  }

  private static PrivateKey key(String base64) throws Exception {
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes(base64)));
  }

  /** A list that names authorities, each with a status: "inaccord" or another word. */
  public static String list(int sequence, String status, String... authorities) {
    StringBuilder providers = new StringBuilder();
    for (int i = 0; i < authorities.length; i += 2) {
      providers.append(
          """
          <TrustServiceProvider>
            <TSPInformation>
              <TSPName><Name xml:lang="fr">Autorité d'essai</Name></TSPName>
              <TSPTradeName><Name xml:lang="fr">%s</Name></TSPTradeName>
            </TSPInformation>
            <TSPServices><TSPService><ServiceInformation>
              <ServiceName><Name xml:lang="fr">Signature</Name></ServiceName>
              <ServiceDigitalIdentity><DigitalId><X509Certificate>
                %s
              </X509Certificate></DigitalId></ServiceDigitalIdentity>
              <ServiceStatus>http://uri.etsi.org/TrstSvc/Svcstatus/%s</ServiceStatus>
            </ServiceInformation></TSPService></TSPServices>
          </TrustServiceProvider>
          """
              .formatted(authorities[i], authorities[i + 1], status));
    }
    return """
        <TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#">
          <SchemeInformation>
            <TSLSequenceNumber>%d</TSLSequenceNumber>
            <ListIssueDateTime>2026-08-25T11:00:00Z</ListIssueDateTime>
          </SchemeInformation>
          <TrustServiceProviderList>%s</TrustServiceProviderList>
        </TrustServiceStatusList>
        """
        .formatted(sequence, providers);
  }

  /** The list, signed as a whole. */
  public static byte[] signed(String list) throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
    Document document =
        builders
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    var reference =
        factory.newReference(
            "",
            factory.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null),
            List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(
                    CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
            null,
            null);
    var info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
            List.of(reference));
    KeyInfoFactory keys = factory.getKeyInfoFactory();
    factory
        .newXMLSignature(info, keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer())))))
        .sign(new DOMSignContext(key(SIGNER_KEY), document.getDocumentElement()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toByteArray();
  }
}
