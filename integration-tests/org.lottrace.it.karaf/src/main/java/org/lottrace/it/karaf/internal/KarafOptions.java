package org.lottrace.it.karaf.internal;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.overrideJUnitBundles;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.lottrace.it.karaf.KarafTest;
import org.ops4j.pax.exam.Info;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.ops4j.pax.exam.karaf.options.KarafExamSystemConfigurationOption;
import org.ops4j.pax.exam.options.MavenArtifactProvisionOption;

/** How the built distribution is started for tests: unpacked under target/karaf, on free ports, with a test user. */
final class KarafOptions {
    private KarafOptions() {}

    static Option[] ofTheDistribution() throws IOException {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(property("it.distribution")).toURI().toString())
                    .karafVersion(property("it.karaf.version"))
                    .name("LotTrace")
                    .unpackDirectory(unpackFolder().toFile())
                    .useDeployFolder(false)
                    .runEmbedded(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            new KarafExamSystemConfigurationOption(JupiterProbeInvokerFactory.DRIVER),
            // the feature "exam" would fetch JUnit 4 and its invoker
            overrideJUnitBundles(),
            editConfigurationFilePut("etc/config.properties", "karaf.framework", property("it.framework")),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    property("it.local.repository")),
            ownAddressesAndFolders(),
            user(),
            jupiter(),
            bundle(KarafTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()),
            composite(moduleFlags())
        };
    }

    static Path unpackFolder() {
        return Path.of(property("it.target"), "karaf");
    }

    /** What the distribution boots is in its system folder, or its build would have failed; the rest is looked up here. */
    static void requireArtifacts(Option[] options) throws IOException {
        new BootArtifacts(Path.of(property("it.local.repository")), Path.of(property("it.system")))
                .require(
                        "mvn:org.ops4j.pax.exam/pax-exam-features/" + Info.getPaxExamVersion() + "/xml",
                        "exam-no-junit",
                        Stream.of(OptionUtils.filter(MavenArtifactProvisionOption.class, options))
                                .map(MavenArtifactProvisionOption::getURL)
                                .toList());
    }

    private static Option ownAddressesAndFolders() throws IOException {
        String file = "etc/custom.system.properties";
        return composite(
                editConfigurationFilePut(file, "lottrace.http.port", freePort()),
                editConfigurationFilePut(file, "lottrace.ssh.port", freePort()),
                editConfigurationFilePut(file, "lottrace.host", "127.0.0.1"),
                editConfigurationFilePut(file, "lottrace.data", "${karaf.base}/.lottrace"));
    }

    private static Option user() {
        String file = "etc/users.properties";
        return composite(
                editConfigurationFilePut(file, KarafTest.USER, digest(KarafTest.PASSWORD) + ",_g_:admingroup"),
                editConfigurationFilePut(
                        file,
                        "_g_:admingroup",
                        "group,admin,manager,viewer,systembundles,ssh,recall-coordinator,recall-quality,recall-signatory"));
    }

    /** As the distribution keeps passwords; a plain one would be replaced by Karaf while the tests run. */
    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return "{CRYPT}" + HexFormat.of().withUpperCase().formatHex(digest) + "{CRYPT}";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static Option jupiter() {
        String version = property("it.junit.version");
        return composite(
                mavenBundle("org.junit.jupiter", "junit-jupiter-api", version),
                mavenBundle("org.junit.jupiter", "junit-jupiter-engine", version),
                mavenBundle("org.junit.jupiter", "junit-jupiter-params", version),
                mavenBundle("org.junit.platform", "junit-platform-commons", version),
                mavenBundle("org.junit.platform", "junit-platform-engine", version),
                mavenBundle("org.junit.platform", "junit-platform-launcher", version),
                mavenBundle("org.opentest4j", "opentest4j", "1.3.0"),
                mavenBundle("org.jspecify", "jspecify", "1.0.0"));
    }

    /** What bin/karaf passes to Java: Pax Exam starts Java without it. */
    private static Option[] moduleFlags() {
        String karaf = property("it.karaf.version");
        return Stream.of(
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                        "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                        "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                        "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
                        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                        "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
                        "-Xmx512m",
                        "-XX:+UseSerialGC")
                .map(flag -> vmOption(flag))
                .toArray(Option[]::new);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "System property " + name + " is missing; integration-tests/pom.xml sets it for failsafe");
        }
        return value;
    }
}
