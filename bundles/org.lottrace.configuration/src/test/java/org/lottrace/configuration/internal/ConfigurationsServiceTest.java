package org.lottrace.configuration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** Over a framework with one bundle of ours and one of somebody else. */
class ConfigurationsServiceTest {
    private static final Caller ADA = new Caller("ada", Set.of(Role.ADMINISTRATOR));
    private static final String PID = "org.lottrace.overview";

    private final Dictionary<String, Object> kept = new Hashtable<>(Map.of("road.days", "6", "service.pid", PID));
    private final List<String> noted = new ArrayList<>();
    private final ConfigurationsService configurations = new ConfigurationsService(
            fake(BundleContext.class, Map.of("getBundles", ignored ->
                    new Bundle[] {bundle("org.lottrace.overview"), bundle("com.example.other")})),
            fake(
                    MetaTypeService.class,
                    Map.of(
                            "getMetaTypeInformation",
                            given -> ((Bundle) given[0]).getSymbolicName().startsWith("org.lottrace")
                                    ? information()
                                    : failing())),
            admin(),
            new ConfigurationFiles(fake(BundleContext.class, Map.of()), admin(), FakeFileInstall.NONE),
            new WorkingParts(
                    fake(BundleContext.class, Map.of()),
                    fake(
                            ServiceComponentRuntime.class,
                            Map.of(
                                    "getComponentDescriptionDTOs",
                                    ignored -> List.of(component().description),
                                    "getComponentConfigurationDTOs",
                                    ignored -> List.of(component())))),
            fake(AuditLog.class, Map.of("configured", given -> noted.add(given[1] + ": " + given[2]))));

    @Test
    void a_part_says_what_can_be_set_with_defaults_and_what_is_set() {
        ConfiguredPart part = configurations.all().get(0);

        assertEquals(1, configurations.all().size());
        assertEquals("LotTrace overview", part.name());
        Setting days = part.settings().get(0);
        assertEquals(List.of("5"), days.defaults());
        assertEquals(List.of("6"), days.values());
        assertEquals(SettingKind.NUMBER, days.kind());
        assertTrue(days.isSet());
    }

    @Test
    void the_value_of_a_secret_stays_here() {
        kept.put("password", "hunter2");

        Setting secret = configurations.all().get(0).settings().get(1);

        assertEquals(SettingKind.SECRET, secret.kind());
        assertTrue(secret.isSet());
        assertFalse(configurations.all().toString().contains("hunter2"));
    }

    @Test
    void a_change_is_kept_and_noted_once_and_the_same_again_is_nothing_new() {
        assertEquals(List.of(), configurations.change(ADA, PID, "road.days", "7"));
        assertEquals(List.of(), configurations.change(ADA, PID, "road.days", "7"));

        assertEquals("7", kept.get("road.days"));
        assertEquals(List.of(PID + ": road.days was \"6\", is \"7\""), noted);
    }

    @Test
    void nothing_as_a_value_is_the_default_again() {
        configurations.change(ADA, PID, "road.days", "");

        assertEquals(null, kept.get("road.days"));
        assertEquals(List.of(PID + ": road.days was \"6\", is its default \"5\""), noted);
    }

    @Test
    void what_the_part_does_not_work_with_is_refused_with_its_sentence_and_is_as_before() {
        Violation refused = configurations.change(ADA, PID, "road.days", "13").get(0);

        assertEquals("SETTING_VALUE_INVALID", refused.code());
        assertTrue(refused.message().contains("not on a Friday: take another day"), refused.message());
        assertEquals("6", kept.get("road.days"));
        assertEquals(List.of(), noted);
    }

    @Test
    void what_the_part_says_of_a_secret_is_told_to_nobody() {
        kept.put("road.days", "13");
        kept.put("password", "before");

        assertEquals(
                List.of(), configurations.change(ADA, PID, "password", "hunter2"), "who failed before is not blamed");

        kept.put("road.days", "6");
        Violation refused = configurations.change(ADA, PID, "password", "wrong").get(0);
        assertTrue(refused.message().contains("the log says why"), refused.message());
        assertEquals("hunter2", kept.get("password"));
    }

    @Test
    void what_the_part_or_the_kind_does_not_allow_is_refused_and_nothing_is_written() {
        assertEquals("SETTING_VALUE_INVALID", code("road.days", "many"));
        assertEquals("SETTING_VALUE_INVALID", code("road.days", "401"));
        assertEquals("SETTING_UNKNOWN", code("roads", "1"));
        assertEquals(
                "SETTING_UNKNOWN",
                configurations.change(ADA, "org.other", "road.days", "1").get(0).code());
        assertEquals("6", kept.get("road.days"));
        assertEquals(List.of(), noted);
    }

    /** @return as the runtime tells of one that is made with what is kept: it works unless it is the 13th or the password is wrong */
    private ComponentConfigurationDTO component() {
        ComponentConfigurationDTO component = new ComponentConfigurationDTO();
        component.description = new ComponentDescriptionDTO();
        component.description.name = "overview";
        component.description.configurationPid = new String[] {PID};
        component.properties = new HashMap<>();
        Collections.list(kept.keys()).forEach(key -> component.properties.put(key, kept.get(key)));
        boolean isWrong = "13".equals(kept.get("road.days")) || "wrong".equals(kept.get("password"));
        component.state = isWrong ? ComponentConfigurationDTO.FAILED_ACTIVATION : ComponentConfigurationDTO.ACTIVE;
        component.failure =
                "java.lang.IllegalArgumentException: not on a Friday: take another day\n\tat a.B.c(B.java:1)";
        return component;
    }

    private String code(String key, String value) {
        return configurations.change(ADA, PID, key, value).get(0).code();
    }

    private ConfigurationAdmin admin() {
        Configuration configuration = fake(
                Configuration.class,
                Map.of("getPid", ignored -> PID, "getProperties", ignored -> kept, "update", given -> given[0]));
        return fake(
                ConfigurationAdmin.class,
                Map.of(
                        "listConfigurations",
                        ignored -> new Configuration[] {configuration},
                        "getConfiguration",
                        ignored -> configuration));
    }

    private static MetaTypeInformation information() {
        AttributeDefinition[] attributes = {
            attribute("road.days", AttributeDefinition.INTEGER, "5"),
            attribute("password", AttributeDefinition.PASSWORD, "")
        };
        ObjectClassDefinition definition = fake(
                ObjectClassDefinition.class,
                Map.of(
                        "getName", ignored -> "LotTrace overview",
                        "getDescription", ignored -> "Figures",
                        "getAttributeDefinitions", ignored -> attributes));
        return fake(
                MetaTypeInformation.class,
                Map.of("getPids", ignored -> new String[] {PID}, "getObjectClassDefinition", ignored -> definition));
    }

    private static AttributeDefinition attribute(String id, int type, String standard) {
        Map<String, Function<Object[], Object>> answers = new HashMap<>(Map.of(
                "getID", ignored -> id,
                "getName", ignored -> id,
                "getDescription", ignored -> "Days",
                "getType", ignored -> type,
                "getCardinality", ignored -> 0,
                "getDefaultValue", ignored -> new String[] {standard},
                "validate", given -> given[0].equals("401") ? "greater than 400" : ""));
        answers.put("getOptionValues", ignored -> null);
        return fake(AttributeDefinition.class, answers);
    }

    private static Bundle bundle(String name) {
        return fake(Bundle.class, Map.of("getSymbolicName", ignored -> name));
    }

    private static Object failing() {
        throw new AssertionError("what is not ours is not asked");
    }

    static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new AssertionError("nobody said what " + method + " answers");
                    }
                    Object result = answer.apply(given);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }
}
