package io.quittance.testkit.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that works on whatever server {@code -Dquittance.test.postgres} names: {@code .ci/run} picks these by their tag
 * ({@code -Dgroups=database}) and runs them again on the oldest PostgreSQL that we promise, but for those that are tagged
 * {@code exhaustive}, too: each of their cases is the same statements over other input. In a container run those that are
 * {@link OnEveryServer}. Tests of the workspace's own server are not among them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("database")
public @interface DatabaseTest {}
