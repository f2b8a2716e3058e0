package io.quittance.platform.configuration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code quittance.yaml}.
 *
 * @param company the name of the group, for titles
 * @param example whether this is the example that Quittance ships with, or a trial: only there may people act as others
 * @param businessZone the zone whose calendar says what day it is
 * @param defaultDueDays days from issue to due date, where the invoice does not say (Directive 2011/7/EU art. 3(3)(b): 30)
 * @param horizonDays a proposal takes what is due up to this many days after its pay date
 * @param approvers how many people other than the proposer must approve a run
 * @param calendars bank days by the name that bank profiles use
 * @param intake how invoices are taken out of their drop folder
 * @param registry which tax registers are asked
 */
public record Settings(
        String company,
        boolean example,
        ZoneId businessZone,
        int defaultDueDays,
        int horizonDays,
        int approvers,
        Map<String, BankCalendar> calendars,
        IntakeSettings intake,
        RegistrySettings registry) {

    private static final int LONGEST_DUE_DAYS = 365;
    private static final int MOST_APPROVERS = 5;

    public Settings {
        calendars = Map.copyOf(calendars);
    }

    /**
     * Which days banks are closed, besides Saturdays and Sundays.
     *
     * @param holidays the name of a public calendar of the Jollyday library, such as {@code target}, {@code gb}, {@code sg}
     * @param closed further days
     */
    public record BankCalendar(String name, String holidays, List<LocalDate> closed) {
        public BankCalendar {
            closed = List.copyOf(closed);
        }
    }

    static Settings read(Path file) {
        YamlSection top = YamlFile.read(file);
        YamlSection proposal = top.section("proposal");
        Settings settings = new Settings(
                top.text("company"),
                top.flag("example", false),
                top.zone("businessZone"),
                proposal.integer("defaultDueDays", 0, LONGEST_DUE_DAYS),
                proposal.integer("horizonDays", 0, LONGEST_DUE_DAYS),
                proposal.integer("approvers", 1, MOST_APPROVERS),
                calendars(top),
                top.has("intake")
                        ? IntakeSettings.read(
                                top.section("intake"), file.resolveSibling("").toAbsolutePath())
                        : IntakeSettings.DEFAULT,
                top.has("registry")
                        ? RegistrySettings.read(top.section("registry"), top.flag("example", false))
                        : RegistrySettings.OFF);
        proposal.done();
        top.done();
        return settings;
    }

    private static Map<String, BankCalendar> calendars(YamlSection top) {
        Map<String, BankCalendar> calendars = new TreeMap<>();
        for (YamlSection section : top.sections("calendars")) {
            BankCalendar calendar = new BankCalendar(
                    section.text("name"),
                    section.text("holidays"),
                    section.has("closed")
                            ? section.texts("closed").stream()
                                    .map(text -> day(section, text))
                                    .toList()
                            : List.of());
            section.done();
            if (calendars.put(calendar.name(), calendar) != null) {
                throw section.wrong("name", "'" + calendar.name() + "' is the name of two calendars.");
            }
        }
        return calendars;
    }

    private static LocalDate day(YamlSection section, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw section.wrong("closed", "has '" + text + "', expected dates such as 2026-12-31.");
        }
    }
}
