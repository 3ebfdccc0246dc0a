package fr.gestmat.mealaid.control.taxnotice;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorException;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Verifies an enveloped XML signature that covers a whole document. */
final class SignedXml {

  private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final Set<String> TRANSFORMS = Set.of(FILTER, Transform.ENVELOPED, EXCLUSIVE);

  private SignedXml() {}

  /**
   * The certificate inside whose key signed the whole document but for the signature itself; empty
   * if there is no such signature, more than one, or it does not verify. A signature that verifies
   * is taken out of the document: what stands inside it, nobody signed.
   */
  static Optional<X509Certificate> signerOfAll(Document document) {
    NodeList signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    if (signatures.getLength() != 1
        || signatures.item(0).getParentNode() != document.getDocumentElement()) {
      return Optional.empty();
    }
    NodeList properties = document.getElementsByTagNameNS(XADES, "SignedProperties");
    for (int i = 0; i < properties.getLength(); i++) {
      ((Element) properties.item(i)).setIdAttribute("Id", true);
    }
    KeyInside inside = new KeyInside();
    DOMValidateContext context = new DOMValidateContext(inside, signatures.item(0));
    context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
    try {
      XMLSignature signature =
          XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      if (!coversAll(signature) || !signature.validate(context)) {
        return Optional.empty();
      }
      document.getDocumentElement().removeChild(signatures.item(0));
      return Optional.ofNullable(inside.certificate);
    } catch (MarshalException | XMLSignatureException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean coversAll(XMLSignature signature) {
    for (Reference reference : signature.getSignedInfo().getReferences()) {
      if ("".equals(reference.getURI())) {
        List<Transform> transforms = reference.getTransforms();
        return !transforms.isEmpty()
            && transforms.stream().map(AlgorithmMethod::getAlgorithm).allMatch(TRANSFORMS::contains)
            && transforms.stream().filter(t -> FILTER.equals(t.getAlgorithm())).count() <= 1;
      }
    }
    return false;
  }

  /** Takes the key of the certificate that came with the signature; who that is, others judge. */
  private static final class KeyInside extends KeySelector {

    private @Nullable X509Certificate certificate;

    @Override
    public KeySelectorResult select(
        @Nullable KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context)
        throws KeySelectorException {
      if (info != null) {
        for (Object part : info.getContent()) {
          if (part instanceof X509Data data) {
            for (Object one : data.getContent()) {
              if (one instanceof X509Certificate found) {
                certificate = found;
                PublicKey key = found.getPublicKey();
                return () -> key;
              }
            }
          }
        }
      }
      throw new KeySelectorException("no certificate came with the signature");
    }
  }
}
