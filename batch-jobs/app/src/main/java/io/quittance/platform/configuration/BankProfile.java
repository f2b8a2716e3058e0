package io.quittance.platform.configuration;

import io.quittance.party.Bic;
import io.quittance.payment.Rail;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code banks/NAME.yaml}: what one bank wants in its files, and until when.
 *
 * @param id the file's name without ending: what the register's accounts name
 * @param rails the kinds of file it takes from us
 * @param batchBooking whether it books a file's payments as one sum ({@code BtchBookg})
 * @param cutOff until when on a bank day a file is executed that day
 * @param zone of the cut-off
 * @param calendar one of {@link Settings#calendars()}
 * @param folder files for it are put here, in a folder for each run; relative to the workspace
 */
public record BankProfile(
        String id,
        String name,
        Bic bic,
        Set<Rail> rails,
        boolean batchBooking,
        LocalTime cutOff,
        ZoneId zone,
        String calendar,
        String folder) {

    public BankProfile {
        rails = Set.copyOf(rails);
    }

    static BankProfile read(Path file, Settings settings) {
        YamlSection top = YamlFile.read(file);
        YamlSection channel = top.section("channel");
        BankProfile profile = new BankProfile(
                idOf(file),
                top.text("name"),
                top.parsed("bic", "a BIC such as TESTNL2A", Bic::new),
                rails(top),
                top.flag("batchBooking"),
                top.time("cutOff"),
                top.zone("zone"),
                top.text("calendar"),
                channel.text("folder"));
        channel.done();
        top.done();
        profile.verify(top, channel, settings);
        return profile;
    }

    private void verify(YamlSection top, YamlSection channel, Settings settings) {
        if (rails.isEmpty()) {
            throw top.wrong("profiles", "is empty, expected at least one.");
        }
        if (!settings.calendars().containsKey(calendar)) {
            throw top.wrong("calendar", "is '" + calendar + "', but quittance.yaml has no calendar of that name.");
        }
        Path path = Path.of(folder);
        if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
            throw channel.wrong("folder", "is '" + folder + "', expected a folder inside the workspace.");
        }
    }

    private static Set<Rail> rails(YamlSection top) {
        Set<Rail> rails = EnumSet.noneOf(Rail.class);
        rails.addAll(top.choices("profiles", Rail.class));
        return rails;
    }

    private static String idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
