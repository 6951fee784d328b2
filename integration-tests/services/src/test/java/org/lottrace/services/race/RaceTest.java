package org.lottrace.services.race;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Races on both databases. */
@ParameterizedClass
@EnumSource
abstract class RaceTest {
    @Parameter
    Engine engine;

    Race race() {
        return new Race(engine);
    }
}
