package fr.gestmat.mealaid.control.taxnotice;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The State's list of 2D-Doc certification authorities (ETSI TS 102 231), after its signature was
 * verified. Whether its signer is the right one is for the operator to say, who sees the signer's
 * fingerprint.
 *
 * @param sequence grows with each list
 * @param issuedAt when
 * @param signer certificate that signed the whole list
 * @param authorities who may certify, with the status of each
 */
public record TrustedList(
    int sequence, Instant issuedAt, X509Certificate signer, List<Authority> authorities) {

  /** The status in which an authority may be trusted. */
  private static final String IN_ACCORD = "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord";

  private static final String LIST = "http://uri.etsi.org/02231/v2#";

  /**
   * A certification authority.
   *
   * @param code such as FR03
   * @param name of who runs it
   * @param certificate its certificate
   * @param trusted whether its status is "in accord"
   */
  public record Authority(String code, String name, X509Certificate certificate, boolean trusted) {}

  /** Copies the authorities. */
  public TrustedList {
    authorities = List.copyOf(authorities);
  }

  /**
   * Reads a list.
   *
   * @return empty if it is none, or its signature is not that of all of it
   * @throws IOException if the stream cannot be read
   */
  public static Optional<TrustedList> read(InputStream xml) throws IOException {
    Document document;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      document = factory.newDocumentBuilder().parse(xml);
    } catch (SAXException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
    Optional<X509Certificate> signer = SignedXml.signerOfAll(document);
    return signer.flatMap(certificate -> list(document.getDocumentElement(), certificate));
  }

  private static Optional<TrustedList> list(Element root, X509Certificate signer) {
    if (!LIST.equals(root.getNamespaceURI())
        || !"TrustServiceStatusList".equals(root.getLocalName())) {
      return Optional.empty();
    }
    try {
      List<Authority> authorities = new ArrayList<>();
      NodeList providers = root.getElementsByTagNameNS(LIST, "TrustServiceProvider");
      for (int i = 0; i < providers.getLength(); i++) {
        read((Element) providers.item(i), authorities);
      }
      return Optional.of(
          new TrustedList(
              Integer.parseInt(text(root, "TSLSequenceNumber")),
              Instant.parse(text(root, "ListIssueDateTime")),
              signer,
              authorities));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void read(Element provider, List<Authority> authorities) {
    String code = name(provider, "TSPTradeName");
    NodeList services = provider.getElementsByTagNameNS(LIST, "ServiceInformation");
    for (int i = 0; i < services.getLength(); i++) {
      Element service = (Element) services.item(i);
      Certificates.fromBase64(text(service, "X509Certificate"))
          .ifPresent(
              certificate ->
                  authorities.add(
                      new Authority(
                          code,
                          name(provider, "TSPName"),
                          certificate,
                          IN_ACCORD.equals(text(service, "ServiceStatus")))));
    }
  }

  private static String name(Element in, String element) {
    NodeList found = in.getElementsByTagNameNS(LIST, element);
    return found.getLength() == 0 ? "" : text((Element) found.item(0), "Name");
  }

  private static String text(Element in, String element) {
    NodeList found = in.getElementsByTagNameNS(LIST, element);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
