package org.lottrace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an exported package promises, as text: one line for each type and member that another bundle can use. Types are
 * erased, as they are in a compiled caller.
 *
 * @param version of the package
 * @param lines its promises
 */
record ApiSignature(String version, SortedSet<String> lines) {
    private static final String CONSUMER_TYPE = "org.osgi.annotation.versioning.ConsumerType";
    private static final String MUST_IMPLEMENT = " // strangers implement it";
    private static final String VERSION = "version ";

    /** @return package name to its promises, for every package that one of the bundles exports */
    static SortedMap<String, ApiSignature> of(Iterable<BuiltBundle> bundles, JavaClasses classes) {
        SortedMap<String, ApiSignature> packages = new TreeMap<>();
        for (BuiltBundle bundle : bundles) {
            if (!bundle.isLibrary()) {
                bundle.exports()
                        .forEach((name, parameters) -> packages.put(
                                name, new ApiSignature(version(parameters), lines(classesOf(name, classes)))));
            }
        }
        return packages;
    }

    static SortedSet<String> lines(Stream<JavaClass> types) {
        return types.filter(ApiSignature::isPromised)
                .flatMap(type -> Stream.concat(Stream.of(declaration(type)), members(type)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return what a compiled caller or implementation does not find as it was; nothing if the major version is another */
    SortedSet<String> brokenBy(ApiSignature now) {
        SortedSet<String> broken = new TreeSet<>();
        if (major().equals(now.major())) {
            lines.stream().filter(line -> !now.lines.contains(line)).forEach(broken::add);
            // a stranger's class does not have what was added
            now.lines.stream()
                    .filter(line -> line.endsWith(MUST_IMPLEMENT) && !lines.contains(line))
                    .filter(line -> lines.stream()
                            .anyMatch(old -> old.startsWith("interface " + owner(line) + " ")
                                    || old.equals("interface " + owner(line))))
                    .map(line -> line + ", added")
                    .forEach(broken::add);
        }
        return broken;
    }

    /** As in the file of the baseline. */
    static String text(Map<String, ApiSignature> packages) {
        return packages.entrySet().stream()
                .map(entry -> "package " + entry.getKey() + " " + VERSION + entry.getValue().version + "\n"
                        + entry.getValue().lines.stream()
                                .map(line -> "  " + line + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    static SortedMap<String, ApiSignature> parse(String text) {
        SortedMap<String, ApiSignature> packages = new TreeMap<>();
        ApiSignature current = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("package ")) {
                String[] words = line.split(" ");
                current = new ApiSignature(words[3], new TreeSet<>());
                packages.put(words[1], current);
            } else {
                current.lines.add(line.strip());
            }
        }
        return packages;
    }

    private String major() {
        return version.split("\\.")[0];
    }

    private static String owner(String method) {
        String name = method.substring(0, method.indexOf('('));
        return name.substring(name.lastIndexOf(' ') + 1, name.lastIndexOf('.'));
    }

    private static String version(String exportParameters) {
        return exportParameters.replaceAll("(?s).*version=\"([^\"]+)\".*", "$1");
    }

    private static Stream<JavaClass> classesOf(String packageName, JavaClasses classes) {
        return classes.stream().filter(type -> type.getPackageName().equals(packageName));
    }

    private static String declaration(JavaClass type) {
        String supertypes = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .map(JavaClass::getName)
                .filter(name -> !name.equals("java.lang.Object"))
                .sorted()
                .collect(Collectors.joining(", "));
        return kind(type) + " " + type.getName() + (supertypes.isEmpty() ? "" : " is " + supertypes);
    }

    private static String kind(JavaClass type) {
        if (type.isInterface()) {
            return "interface";
        }
        return modifiers(type.getModifiers(), JavaModifier.ABSTRACT, JavaModifier.FINAL) + "class";
    }

    private static Stream<String> members(JavaClass type) {
        Predicate<JavaMember> promised = member -> isPromised(member.getModifiers());
        return Stream.concat(
                type.getFields().stream().filter(promised).map(ApiSignature::line),
                Stream.concat(type.getConstructors().stream(), type.getMethods().stream())
                        .filter(promised)
                        .map(ApiSignature::line));
    }

    private static String line(JavaField field) {
        return modifiers(field.getModifiers(), JavaModifier.STATIC)
                + field.getRawType().getName() + " " + field.getFullName();
    }

    private static String line(JavaCodeUnit unit) {
        boolean strangers = unit instanceof JavaMethod
                && unit.getOwner().isInterface()
                && unit.getOwner().isAnnotatedWith(CONSUMER_TYPE)
                && unit.getModifiers().contains(JavaModifier.ABSTRACT);
        return modifiers(unit.getModifiers(), JavaModifier.STATIC)
                + unit.getRawReturnType().getName() + " " + unit.getFullName() + (strangers ? MUST_IMPLEMENT : "");
    }

    private static String modifiers(Set<JavaModifier> has, JavaModifier... matter) {
        return Stream.of(matter)
                .filter(has::contains)
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .collect(Collectors.joining());
    }

    private static boolean isPromised(JavaClass type) {
        return isPromised(type.getModifiers())
                && !type.isAnonymousClass()
                && type.getEnclosingClass().map(ApiSignature::isPromised).orElse(true);
    }

    private static boolean isPromised(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }
}
