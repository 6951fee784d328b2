package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.xml.bind.annotation.XmlElementRef;
import jakarta.xml.bind.annotation.XmlElementRefs;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;

class MovementsTest {
    /** Otherwise a movement that the schema allows would fail when it is sent. */
    @Test
    void every_movement_of_the_schema_is_captured() throws NoSuchFieldException {
        Set<String> allowed = Stream.of(CaptureMovements.class
                        .getDeclaredField("movement")
                        .getAnnotation(XmlElementRefs.class)
                        .value())
                .map(XmlElementRef::name)
                .collect(Collectors.toSet());

        assertEquals(allowed, MovementKinds.elements());
    }
}
