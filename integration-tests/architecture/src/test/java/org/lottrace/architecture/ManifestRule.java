package org.lottrace.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules on built bundles. Each lists what is wrong with a bundle. */
enum ManifestRule {
    /** Where a bundle belongs is decided before it is built. */
    EVERY_BUNDLE_HAS_A_RING(bundle -> bundle.isLibrary() || bundle.ring().isPresent()
            ? List.of()
            : List.of(bundle.directory() + " has no ring: give it one in rings.txt, or discuss the ring first")),

    DIRECTORY_ARTIFACT_AND_SYMBOLIC_NAME_ARE_ONE(bundle -> Stream.of(bundle.artifactId(), bundle.symbolicName())
            .filter(name -> !name.equals(bundle.directory()))
            .map(name -> bundle.directory() + " is called " + name)
            .toList()),

    PACKAGES_ARE_BELOW_THE_BUNDLES_NAME(bundle -> bundle.isLibrary()
            ? List.of()
            : bundle.packages().stream()
                    .filter(name -> !(name + ".").startsWith(bundle.directory() + "."))
                    .map(name -> bundle.directory() + " holds package " + name)
                    .toList()),

    EXPORTS_ARE_THOSE_OF_THE_LIST(bundle -> bundle.isLibrary()
            ? List.of()
            : difference(bundle.exports().keySet(), Rings.exportsOf(bundle.directory()))),

    EXPORTS_HAVE_A_VERSION(bundle -> bundle.exports().entrySet().stream()
            .filter(export -> !Patterns.VERSION.matcher(export.getValue()).find())
            .map(export -> bundle.directory() + " exports " + export.getKey() + " without a version")
            .toList()),

    IMPORTS_OF_OURS_HAVE_A_VERSION_RANGE(bundle -> importsOfOurs(bundle)
            .filter(name ->
                    !Patterns.VERSION_RANGE.matcher(bundle.imports().get(name)).find())
            .map(name -> bundle.directory() + " imports " + name + " without a version range")
            .toList()),

    NOBODY_SEES_ANOTHERS_INTERNAL(bundle -> importsOfOurs(bundle)
            .filter(name -> (name + ".").contains(".internal."))
            .map(name -> bundle.directory() + " imports " + name)
            .toList()),

    INTERNAL_IS_NEVER_EXPORTED(bundle -> bundle.isLibrary()
            ? List.of()
            : bundle.exports().keySet().stream()
                    .filter(name -> (name + ".").contains(".internal."))
                    .map(name -> bundle.directory() + " exports " + name)
                    .toList()),

    /** The ring rule: an arrow may only point to a ring with a smaller number. */
    IMPORTS_POINT_TO_SMALLER_RINGS(bundle -> importsOfOurs(bundle)
            .filter(name -> !bundle.exports().containsKey(name))
            .filter(name -> Rings.bundleOf(name).flatMap(Rings::of).orElse(Integer.MAX_VALUE)
                    >= bundle.ring().orElse(-1))
            .map(name -> bundle.directory() + " imports " + name + ", which is in no smaller ring")
            .toList()),

    NO_REQUIRE_BUNDLE(bundle -> bundle.headers().containsKey("Require-Bundle")
            ? List.of(bundle.directory() + " requires " + bundle.headers().get("Require-Bundle"))
            : List.of()),

    DYNAMIC_IMPORT_ONLY_IN_LIBRARIES(
            bundle -> bundle.headers().containsKey("DynamicImport-Package") && !bundle.isLibrary()
                    ? List.of(bundle.directory() + " imports dynamically "
                            + bundle.headers().get("DynamicImport-Package"))
                    : List.of());

    private final Function<BuiltBundle, List<String>> problems;

    ManifestRule(Function<BuiltBundle, List<String>> problems) {
        this.problems = problems;
    }

    /** @return everything that is wrong with the bundle by this rule */
    List<String> problemsOf(BuiltBundle bundle) {
        return problems.apply(bundle);
    }

    private static Stream<String> importsOfOurs(BuiltBundle bundle) {
        return bundle.imports().keySet().stream()
                .filter(name -> name.startsWith("org.lottrace.") && !name.startsWith(Rings.LIBRARIES));
    }

    private static List<String> difference(Set<String> actual, Set<String> expected) {
        Set<String> tooMany = new TreeSet<>(actual);
        tooMany.removeAll(expected);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        return Stream.concat(
                        tooMany.stream().map(name -> name + " is exported, but not in rings.txt"),
                        missing.stream().map(name -> name + " is in rings.txt, but not exported"))
                .toList();
    }

    /** Constants of an enum are made before its own static fields. */
    private static final class Patterns {
        static final Pattern VERSION = Pattern.compile("(?<!-)version(:Version)?=\"?[0-9]+\\.[0-9]+");
        static final Pattern VERSION_RANGE = Pattern.compile("version=\"[\\[(][0-9.]+,[0-9.]+[\\])]\"");
    }
}
