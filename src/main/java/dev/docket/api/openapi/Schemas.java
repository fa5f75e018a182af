package dev.docket.api.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas in few words. */
final class Schemas {
    private Schemas() {}

    /** A member of an object. */
    record Member(String name, Schema schema) {}

    static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }

    static Schema text(String description) {
        return of(SchemaType.STRING, description);
    }

    static Schema whole(String description) {
        return of(SchemaType.INTEGER, description);
    }

    static Schema flag(String description) {
        return of(SchemaType.BOOLEAN, description);
    }

    /** A moment, as every client expects it. */
    static Schema time(String description) {
        return whole(description + " In Unix seconds.").format("int64");
    }

    /** A time limit of a job; a week at most. */
    static Schema seconds(String description) {
        return of(SchemaType.NUMBER, description)
                .exclusiveMinimum(BigDecimal.ZERO)
                .maximum(BigDecimal.valueOf(604_800));
    }

    static Schema openObject(String description) {
        return of(SchemaType.OBJECT, description);
    }

    static Schema choice(String description, List<String> values) {
        return text(description).enumeration(List.copyOf(values));
    }

    static Schema listOf(String description, Schema entry) {
        return of(SchemaType.ARRAY, description).items(entry);
    }

    /** An object that always has all of its members. */
    static Schema object(String description, Member... members) {
        Schema object = openObject(description);
        for (Member member : members) {
            object.addProperty(member.name(), member.schema()).addRequired(member.name());
        }
        return object;
    }

    static Member member(String name, Schema schema) {
        return new Member(name, schema);
    }

    static Schema orNull(Schema schema) {
        return schema.addType(SchemaType.NULL);
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    static Schema refOrNull(String name, String description) {
        Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
        return OASFactory.createSchema()
                .description(description)
                .addAnyOf(ref(name))
                .addAnyOf(nothing);
    }
}
