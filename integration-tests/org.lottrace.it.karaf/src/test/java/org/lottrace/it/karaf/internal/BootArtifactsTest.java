package org.lottrace.it.karaf.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootArtifactsTest {
    private static final String FEATURES = "mvn:exam/exam-features/1/xml";

    @TempDir
    Path local;

    @TempDir
    Path system;

    @BeforeEach
    void repositories() throws IOException {
        Files.writeString(file(local, "exam/exam-features/1/exam-features-1.xml"), """
                <features>
                    <feature name="exam-no-junit" version="1">
                        <bundle>mvn:org.exam/inject/1</bundle>
                        <bundle dependency="true">mvn:org.exam/tracker/2</bundle>
                    </feature>
                    <feature name="exam" version="1">
                        <feature version="1">exam-no-junit</feature>
                        <bundle>mvn:org.junit/junit/4</bundle>
                    </feature>
                </features>
                """);
        file(local, "org/exam/inject/1/inject-1.jar");
        file(system, "org/exam/tracker/2/tracker-2.jar");
    }

    @Test
    void finds_each_bundle_in_one_of_the_repositories() {
        assertDoesNotThrow(() -> require("mvn:org.exam/inject/1"));
    }

    @Test
    void names_every_bundle_that_is_missing_and_says_what_to_do() throws IOException {
        Files.delete(system.resolve("org/exam/tracker/2/tracker-2.jar"));

        String message = refusal("mvn:org.jupiter/engine/6");

        assertTrue(
                message.startsWith("Karaf cannot start without mvn:org.exam/tracker/2, mvn:org.jupiter/engine/6:"
                        + " declare it in integration-tests/org.lottrace.it.karaf/pom.xml"),
                message);
    }

    @Test
    void names_the_features_file_if_that_is_missing() throws IOException {
        Files.delete(local.resolve("exam/exam-features/1/exam-features-1.xml"));

        assertTrue(refusal().startsWith("Karaf cannot start without " + FEATURES + ":"));
    }

    @Test
    void a_feature_that_is_not_in_the_file_is_said() {
        BootArtifacts artifacts = new BootArtifacts(local, system);

        assertEquals(
                "There is no feature exam-junit5 in " + local.resolve("exam/exam-features/1/exam-features-1.xml"),
                assertThrows(IllegalStateException.class, () -> artifacts.require(FEATURES, "exam-junit5", List.of()))
                        .getMessage());
    }

    private String refusal(String... bundles) {
        return assertThrows(IllegalStateException.class, () -> require(bundles)).getMessage();
    }

    private void require(String... bundles) throws IOException {
        new BootArtifacts(local, system).require(FEATURES, "exam-no-junit", List.of(bundles));
    }

    private static Path file(Path repository, String path) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
