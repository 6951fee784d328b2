package org.lottrace.configuration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Over one component that is made when somebody asks for it, and takes three looks to get its value. */
class WorkingPartsTest {
    private static final String PID = "org.lottrace.planning";
    private static final int LATER = 3;
    private static final Map<String, Long> WORKED = Map.of("measures", 41L);

    private final ComponentConfigurationDTO component = new ComponentConfigurationDTO();
    private final WorkingParts parts = new WorkingParts(
            ConfigurationsServiceTest.fake(
                    BundleContext.class,
                    Map.of(
                            "getAllServiceReferences",
                            given -> given[1].equals("(service.id=42)") ? new ServiceReference<?>[1] : null,
                            "getService",
                            ignored -> made(),
                            "ungetService",
                            ignored -> true)),
            ConfigurationsServiceTest.fake(
                    ServiceComponentRuntime.class,
                    Map.of(
                            "getComponentDescriptionDTOs",
                            ignored -> List.of(component.description),
                            "getComponentConfigurationDTOs",
                            ignored -> looked())));
    private final ComponentConfigurationDTO needing = new ComponentConfigurationDTO();
    private String wanted = "7";
    private int looks;
    private int asked;
    private int madeAnewAt;

    @BeforeEach
    void aComponent() {
        component.description = new ComponentDescriptionDTO();
        component.description.name = "measures";
        component.description.configurationPid = new String[] {"other", PID};
        component.state = ComponentConfigurationDTO.SATISFIED;
        component.service = new ServiceReferenceDTO();
        component.service.id = 42;
        component.properties = Map.of("days", "7");
    }

    @Test
    void one_that_nobody_asked_for_is_made_with_the_value_and_says_what_it_does_not_take() {
        assertEquals(Optional.of("abc is no day"), refusal("abc", WORKED));
    }

    @Test
    void one_that_works_is_made_once() {
        assertEquals(Optional.empty(), refusal("9", WORKED));
        assertEquals(1, asked);
    }

    @Test
    void one_that_failed_before_is_not_blamed_on_the_value() {
        wanted = "abc";
        component.state = ComponentConfigurationDTO.FAILED_ACTIVATION;

        assertEquals(Map.of(), parts.unfailed(PID));
        assertEquals(Optional.empty(), refusal("abc", Map.of()));
    }

    @Test
    void a_failure_that_is_mended_counts_no_longer() {
        component.state = ComponentConfigurationDTO.FAILED_ACTIVATION;

        assertEquals(Map.of("measures", 42L), parts.unfailed(PID));
        assertEquals(Optional.empty(), refusal("9", WORKED));
        assertEquals(Optional.of("abc is no day"), refusal("abc", WORKED));
    }

    @Test
    void one_that_is_made_anew_just_now_is_waited_for() {
        component.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        madeAnewAt = 2 * LATER;

        assertEquals(Optional.of("abc is no day"), refusal("abc", WORKED));
    }

    @Test
    void one_that_works_still_as_it_did_before_is_waited_for() {
        component.state = ComponentConfigurationDTO.ACTIVE;
        component.service.id = 41;
        madeAnewAt = 2 * LATER;

        assertEquals(Optional.of("abc is no day"), refusal("abc", WORKED));
    }

    @Test
    void of_two_that_fail_the_one_is_told_that_the_other_needs() {
        assertEquals(Map.of("measures", 42L), parts.unfailed(PID));
        needing.description = component.description;
        needing.properties = Map.of("days", "abc");
        needing.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        needing.failure = "java.lang.RuntimeException: Unable to get service for reference measures";
        component.properties = needing.properties;
        wanted = "abc";
        made();

        assertEquals(Optional.of("abc is no day"), refusal("abc", WORKED));
    }

    @Test
    void the_sentence_is_that_of_the_cause() {
        assertEquals(
                "take 1 to 9",
                WorkingParts.sentence("java.lang.reflect.InvocationTargetException\n\tat a.B.c(B.java:1)\n"
                        + "Caused by: java.lang.IllegalArgumentException: take 1 to 9\n\tat a.B.d(B.java:2)\n"));
        assertEquals("the log says why", WorkingParts.sentence(null));
    }

    private Optional<String> refusal(String value, Map<String, Long> worked) {
        wanted = value;
        return parts.refusal(PID, "days", value, worked);
    }

    private List<ComponentConfigurationDTO> looked() {
        looks++;
        if (looks > LATER) {
            component.properties = Map.of("days", wanted);
        }
        if (looks == madeAnewAt) {
            component.state = ComponentConfigurationDTO.SATISFIED;
            component.service.id = 42;
        }
        return needing.failure == null ? List.of(component) : List.of(needing, component);
    }

    private Object made() {
        asked++;
        if (wanted.equals("abc")) {
            component.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
            component.failure = "java.lang.IllegalArgumentException: abc is no day\n\tat a.B.c(B.java:1)";
            return null;
        }
        return this;
    }
}
