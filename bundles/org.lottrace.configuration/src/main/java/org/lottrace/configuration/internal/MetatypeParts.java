package org.lottrace.configuration.internal;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.ObjectClassDefinition;

/** What a bundle says of its parts, beside what they are set to. */
final class MetatypeParts {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret).*");

    private MetatypeParts() {}

    static Stream<ConfiguredPart> of(MetaTypeInformation type, Map<String, Dictionary<String, Object>> configured) {
        return Arrays.stream(type.getPids())
                .map(pid -> part(pid, definition(type, pid), Optional.ofNullable(configured.get(pid))));
    }

    static Stream<AttributeDefinition> attribute(MetaTypeInformation type, String pid, String key) {
        return Arrays.asList(type.getPids()).contains(pid)
                ? attributes(definition(type, pid))
                        .filter(attribute -> attribute.getID().equals(key))
                : Stream.empty();
    }

    private static ObjectClassDefinition definition(MetaTypeInformation type, String pid) {
        return type.getObjectClassDefinition(pid, null);
    }

    private static Stream<AttributeDefinition> attributes(ObjectClassDefinition definition) {
        return Optional.ofNullable(definition.getAttributeDefinitions(ObjectClassDefinition.ALL)).stream()
                .flatMap(Arrays::stream);
    }

    private static ConfiguredPart part(
            String pid, ObjectClassDefinition definition, Optional<Dictionary<String, Object>> configured) {
        return new ConfiguredPart(
                pid,
                text(definition.getName()),
                text(definition.getDescription()),
                attributes(definition)
                        .map(attribute -> setting(
                                attribute, configured.flatMap(all -> Optional.ofNullable(all.get(attribute.getID())))))
                        .toList());
    }

    private static Setting setting(AttributeDefinition attribute, Optional<Object> set) {
        SettingKind kind = kind(attribute);
        boolean isSecret = kind == SettingKind.SECRET;
        List<String> defaults = isSecret ? List.of() : texts(attribute.getDefaultValue());
        return new Setting(
                attribute.getID(),
                text(attribute.getName()).isEmpty() ? attribute.getID() : attribute.getName(),
                text(attribute.getDescription()),
                kind,
                defaults,
                isSecret ? List.of() : set.map(MetatypeParts::texts).orElse(defaults),
                set.isPresent(),
                attribute.getCardinality() == 0,
                texts(attribute.getOptionValues()));
    }

    private static SettingKind kind(AttributeDefinition attribute) {
        if (attribute.getType() == AttributeDefinition.PASSWORD
                || SECRET.matcher(attribute.getID()).matches()) {
            return SettingKind.SECRET;
        }
        return switch (attribute.getType()) {
            case AttributeDefinition.BOOLEAN -> SettingKind.YES_NO;
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE,
                    AttributeDefinition.DOUBLE,
                    AttributeDefinition.FLOAT -> SettingKind.NUMBER;
            default -> SettingKind.TEXT;
        };
    }

    /** A value, an array or a collection of them, as Configuration Admin may keep it; nothing for none. */
    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> String.valueOf(Array.get(value, i)))
                        .toList()
                : List.of(value.toString());
    }

    private static String text(String described) {
        return Optional.ofNullable(described).orElse("");
    }
}
