package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;

/** The parts of an Office file, found by their relations. */
final class OfficePackage implements AutoCloseable {
    private final OPCPackage parts;

    OfficePackage(Document document, Allowance allowance) throws IOException {
        try {
            parts = OPCPackage.open(new Archive(document.bytes(), allowance));
        } catch (InvalidFormatException broken) {
            throw new IOException(broken);
        }
    }

    OPCPackage parts() {
        return parts;
    }

    /** The part that holds the document itself. */
    PackagePart main() throws IOException {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            List<PackagePart> main = parts.getPartsByRelationshipType(type);
            if (!main.isEmpty()) {
                return main.get(0);
            }
        }
        throw new IOException("no main part");
    }

    /** The parts that a part refers to by relations whose type ends so, in the order they are listed. */
    static List<PackagePart> related(PackagePart part, String typeEnd) throws IOException {
        List<PackagePart> related = new ArrayList<>();
        try {
            for (PackageRelationship relation : part.getRelationships()) {
                if (relation.getRelationshipType().endsWith("/" + typeEnd)) {
                    related.add(part.getRelatedPart(relation));
                }
            }
        } catch (InvalidFormatException broken) {
            throw new IOException(broken);
        }
        return related;
    }

    static PackagePart relatedById(PackagePart part, String id) throws IOException {
        PackageRelationship relation = part.getRelationship(id);
        try {
            return relation == null ? null : part.getRelatedPart(relation);
        } catch (InvalidFormatException broken) {
            throw new IOException(broken);
        }
    }

    /** Runs an element walk over a part. */
    static void walk(PackagePart part, WalkXml.Visitor visitor) throws IOException {
        try (var xml = part.getInputStream()) {
            WalkXml.walk(xml, visitor);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void close() {
        // Nothing was changed, so nothing is to be written.
        parts.revert();
    }
}
