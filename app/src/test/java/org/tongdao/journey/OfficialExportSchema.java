package org.tongdao.journey;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schema of export messages of 2022-05, where the shared reference lies beside the checkout. */
record OfficialExportSchema(Schema schema) {

    private static final Path FOLDER = Path.of("..", "..", "shared", "reference", "customs", "xsd", "202205");

    static Optional<OfficialExportSchema> find() throws IOException, SAXException {
        if (!Files.isDirectory(FOLDER)) {
            return Optional.empty();
        }
        // the schema of XML signatures begins with a document type that would be fetched from the network
        var signatures =
                Files.readString(FOLDER.resolve("xmldsig-core-schema.xsd")).replaceFirst("(?s)<!DOCTYPE.*?]>", "");
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> null);
        var export = Files.readString(FOLDER.resolve("海关跨境出口业务节点报文定义202205.xsd"))
                .replaceFirst(
                        "<xs:import [^>]*xmldsig[^>]*/>",
                        "<xs:import namespace=\"http://www.w3.org/2000/09/xmldsig#\"/>");
        return Optional.of(new OfficialExportSchema(factory.newSchema(new StreamSource[] {
            new StreamSource(new StringReader(signatures)), new StreamSource(new StringReader(export))
        })));
    }

    /** What the schema says against a message; empty when it is valid. */
    Optional<String> complaint(Path message) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(message.toFile()));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(message.getFileName() + ": " + e.getMessage());
        }
    }
}
