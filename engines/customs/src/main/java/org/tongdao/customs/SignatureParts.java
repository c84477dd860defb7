package org.tongdao.customs;

import java.util.Base64;

/** The signature element in the one form that is written and accepted (spec ch. 6). */
record SignatureParts(
        SignatureProfile profile,
        byte[] signedInfo,
        String digest,
        String signatureValue,
        String keyName,
        String certificate) {

    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    static final String ENVELOPED = DS + "enveloped-signature";

    /** The canonical SignedInfo of a digest, as the root's and the signature's namespaces make it. */
    static String signedInfo(SignatureProfile profile, String digest) {
        return "<ds:SignedInfo xmlns:ceb=\"" + CebWriter.CEB + "\" xmlns:ds=\"" + DS + "\">"
                + signedInfoContent(profile, digest);
    }

    static byte[] element(String digest, String signatureValue, Signer signer) {
        var certificate = Base64.getEncoder().encodeToString(signer.certificate());
        return XmlText.utf8(
                "<ds:Signature xmlns:ds=\"" + DS + "\"><ds:SignedInfo>" + signedInfoContent(signer.profile(), digest)
                        + "<ds:SignatureValue>" + signatureValue + "</ds:SignatureValue><ds:KeyInfo><ds:KeyName>"
                        + signer.keyName() + "</ds:KeyName><ds:X509Data><ds:X509Certificate>" + certificate
                        + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>");
    }

    private static String signedInfoContent(SignatureProfile profile, String digest) {
        return "<ds:CanonicalizationMethod Algorithm=\"" + C14N + "\"></ds:CanonicalizationMethod>"
                + "<ds:SignatureMethod Algorithm=\"" + profile.method()
                + "\"></ds:SignatureMethod><ds:Reference URI=\"\">"
                + "<ds:Transforms><ds:Transform Algorithm=\"" + ENVELOPED + "\"></ds:Transform></ds:Transforms>"
                + "<ds:DigestMethod Algorithm=\"" + profile.digestMethod() + "\"></ds:DigestMethod><ds:DigestValue>"
                + digest
                + "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
    }
}
