package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The classes of every bundle that is no library, read once: that is most of the time these tests take. */
final class OurClasses {
    static final JavaClasses ALL = read(BuiltBundle::content);
    /** What their tests are made of, as far as it is compiled: with -Dmaven.test.skip it is not. */
    static final JavaClasses TESTS = read(bundle -> bundle.resolve("target").resolve("test-classes"));

    private OurClasses() {}

    private static JavaClasses read(UnaryOperator<Path> classes) {
        return new ClassFileImporter()
                .importPaths(BuiltBundle.all().stream()
                        .filter(bundle -> !bundle.isLibrary())
                        .map(bundle -> classes.apply(BuiltBundle.folder().resolve(bundle.directory())))
                        .filter(Files::exists)
                        .toList());
    }
}
