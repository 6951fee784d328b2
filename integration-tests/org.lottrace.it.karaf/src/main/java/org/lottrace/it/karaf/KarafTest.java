package org.lottrace.it.karaf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test methods of this class run inside the built distribution.
 *
 * <p>Parameters of a method or the constructor are OSGi services, waited for by their interface, or the {@code
 * BundleContext} of the test. Only {@code @Test} methods are supported. The class is packed into a bundle together with
 * all other test classes of its module; it imports what it needs by itself.
 *
 * <p>System properties of failsafe: {@code it.distribution} (archive to start), {@code it.framework} (felix or equinox).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KarafExtension.class)
public @interface KarafTest {
    /** Administrator that exists in the container of the tests only. */
    String USER = "admin";

    /** Password of {@link #USER}. */
    String PASSWORD = "only-in-tests";
}
