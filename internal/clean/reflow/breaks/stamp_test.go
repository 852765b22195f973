package breaks

import "testing"

func TestEntry(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"2024-05-10 09:00:01 INFO": true, "2024-05-10T09:00:01.123Z INFO": true, "10/05/2024 09:00 opened": true, "10.05.2024, 9:00 opened": true,
		"May 10 09:00:01 quay": true, "[09:14] Ida: yes": true, "[2024-05-10 09:14:07 +0200] x": true, "09:00:01 opened": true,
		"$ make test": true, ">>> print(1)": true, `C:\> dir`: true, "at main (main.js:3)": true, `File "main.py", line 3, in run`: true,
		"10:30 on Friday": false, "2024 was": false, "2024-05-10 was a Friday": false, "May 10 was": false, "May the": false, "3-2-1 go": false,
		"at the mill (which was closed)": false, "at main": false, "$5 a day": false, "[1] See": false, "10:3": false, "": false,
	} {
		if got := isEntry(line); got != want {
			t.Errorf("%q: entry is %v", line, got)
		}
	}
}

// TestRepeats checks that labels are counted, and names that links broke out are distinguished from them.
func TestRepeats(t *testing.T) {
	t.Parallel()
	d := scan(t, "Type:\n\npath\n\nA folder that the command reads from.\n\nType:\n\nnumber\n\nHow many there are of these.\n\nType:\n\npath\n\nThe end.")
	if got, want := d.repeatsOf(0), (repeats{count: 3}); got != want {
		t.Errorf("label: %+v", got)
	}
	d = scan(t, "The plan that was drawn up last year by the\n\nHarrow Trust\n\n, is new.\n\nIt was paid for by the\n\nHarrow Trust\n\nin March.")
	if got, want := d.repeatsOf(1), (repeats{count: 2, pieces: 2}); got != want {
		t.Errorf("name: %+v", got)
	}
}

func TestJoinsCaseless(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want bool
	}{
		"full line":     {"港务局周三上午再次开会，讨论灯塔的维修计划和新码头的费\n用，多数委员认为应当先修灯塔。", true},
		"short line":    {"会议将在下个月继续举行一次而已呢\n多数委员认为应当先修灯塔再决定码头是否需要扩建。", false},
		"sentence ends": {"港务局周三上午再次开会，讨论灯塔的维修计划和新码头费用。\n多数委员认为应当先修灯塔。", false},
		"poem":          {"江上灯楼夜未眠\n一帆风雨过前川", false},
		"Latin":         {"港务局周三上午再次开会，讨论灯塔的维修计划和新码头的费\nand so on", false},
	} {
		if got := scan(t, c.in).JoinsCaseless(0); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
