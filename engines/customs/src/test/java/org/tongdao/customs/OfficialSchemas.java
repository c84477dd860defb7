package org.tongdao.customs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.SAXException;

/** The official schemas of 2022-05, from the shared reference; tests that need them are skipped where they are not. */
final class OfficialSchemas {

    private static final Map<CebType.Direction, Schema> SCHEMAS = new EnumMap<>(CebType.Direction.class);

    private OfficialSchemas() {}

    /** What the schema says against a message; empty when it is valid. */
    static Optional<String> complaint(CebType type, byte[] xml) {
        try {
            schema(type.direction() == CebType.Direction.EXPORT ? CebType.Direction.EXPORT : CebType.Direction.IMPORT)
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the schema of the platform's envelopes says; empty when the text is valid. */
    static Optional<String> transportComplaint(byte[] xml) {
        var folder = Tables.shared("customs/xsd/202205");
        assumeTrue(Files.isDirectory(folder), "no official schemas on this machine");
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setResourceResolver((t, namespace, publicId, systemId, base) -> systemId == null
                    ? null
                    : withoutDoctype(folder.resolve(
                            systemId.contains("xmldsig") ? "xmldsig-core-schema.xsd" : "海关跨境终端节点报文定义202205.xsd")));
            factory.newSchema(folder.resolve("海关跨境传输节点报文定义202205.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized Schema schema(CebType.Direction direction) throws SAXException, IOException {
        var known = SCHEMAS.get(direction);
        if (known != null) {
            return known;
        }
        var folder = Tables.shared("customs/xsd/202205");
        assumeTrue(Files.isDirectory(folder), "no official schemas on this machine");
        var kind = direction == CebType.Direction.IMPORT ? "进口" : "出口";
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(f -> f.getFileName().toString().contains(kind))
                    .findFirst()
                    .orElseThrow();
        }
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setResourceResolver(
                (t, namespace, publicId, systemId, base) -> systemId != null && systemId.endsWith(".xsd")
                        ? withoutDoctype(folder.resolve("xmldsig-core-schema.xsd"))
                        : null);
        var schema = factory.newSchema(file.toFile());
        SCHEMAS.put(direction, schema);
        return schema;
    }

    /** The schema of XML signatures begins with a document type that would be fetched from the network. */
    private static org.w3c.dom.ls.LSInput withoutDoctype(Path file) {
        try {
            var text = Files.readString(file).replaceFirst("(?s)<!DOCTYPE.*?]>", "");
            var registry = org.w3c.dom.bootstrap.DOMImplementationRegistry.newInstance();
            var input = ((DOMImplementationLS) registry.getDOMImplementation("LS")).createLSInput();
            input.setCharacterStream(new StringReader(text));
            input.setSystemId(file.toUri().toString());
            return input;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
