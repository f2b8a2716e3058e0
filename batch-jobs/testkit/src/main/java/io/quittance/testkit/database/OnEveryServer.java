package io.quittance.testkit.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * One of the {@link DatabaseTest}s that stand for all of them where all would take too long ({@code -Dgroups=every-server}):
 * together they apply every migration, run every check and tie, both calculators, locks and restarts, a night from intake to
 * the workbook, withholding, answers of banks and returns of VAT.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("every-server")
public @interface OnEveryServer {}
