# SPDX-License-Identifier: GPL-3.0-or-later
"""Rewards after a decision: what is worked out, a second payment that needs a hand, and the list that is made of it."""
import os
import subprocess
import tempfile

import desktop

DECISION = "Quyết định số 15/QĐ-UBND"


class RewardsTest(desktop.DeskCase):
    def recognise(self, product, stars, day, **fields):
        return self.add("recognitions", product=product, outcome="recognised", decision_date=day, **{"class": stars}, **fields)

    def make_decision(self):
        """One product for the first time, one that keeps its class and was paid for it before."""
        self.register = self.new_practice("rewards.ocop")
        self.add("reward_rules", name="Lan dau", **{"class": "3"}, occasion="first", amount="30000000", valid_from="2024-01-01")
        self.add("reward_rules", name="Giu hang", **{"class": "3"}, occasion="kept", amount="5000000", valid_from="2024-01-01")
        producer = self.add("producers", name="HTX Bản Mây", kind="cooperative")
        self.decision = self.add("decisions", name="Đợt 1", kind="recognition", state="issued", number="15/QĐ-UBND", decided_on="2026-06-20")
        first, kept = (self.add("products", name=name, producer=producer) for name in ("Chè dây", "Gạo nương"))
        earlier = self.recognise(kept, "3", "2023-05-05")
        self.add("rewards", recognition=earlier, producer=producer, amount="20000000", list_number="05/DS", account="0123")
        for place, product in enumerate((first, kept)):
            recognition = self.recognise(product, "3", "2026-06-20", decision_number="15/QĐ-UBND")
            self.add("decision_lines", decision=self.decision, product=product, place=place + 1, recognition=recognition, **{"class": "3"})

    def open_dialog(self):
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+6")

        def chosen():
            row = program.find("list item", DECISION, program.find("list", "Quyết định"))
            return row.is_selected or program.click(row)
        desktop.wait_for(DECISION, chosen)
        program.find("push button", "Khen thưởng…").press()
        return program, program.find_window("Khen thưởng theo quyết định")

    def listed(self):
        return {row["recognition.product"]: row["amount"] for row in self.list("rewards", "--filter", "list_number=12/DS",
                                                                              "--columns", "recognition.product,amount")}

    def test_makes_a_pay_list(self):
        self.make_decision()
        program, dialog = self.open_dialog()
        program.focus_window()
        program.find("label", "1 sản phẩm được thưởng, tổng số 30.000.000 đồng", dialog)
        program.find("label", "1 sản phẩm đã hưởng cho hạng này", dialog)
        program.type("12/DS")
        program.click(program.find("check box", "Gạo nương, HTX Bản Mây", dialog))
        program.find("label", "2 sản phẩm được thưởng, tổng số 35.000.000 đồng", dialog)
        program.key("ctrl+Return")
        program.wait_for_windows(1)
        desktop.wait_for("the rewards", lambda: self.listed() == {"Chè dây": 30000000, "Gạo nương": 5000000})
        self.check_paper()
        program.focus_window()
        program.key("ctrl+z")
        desktop.wait_for("the list to be taken back", lambda: self.listed() == {})
        self.close(program)

    def check_paper(self):
        with tempfile.TemporaryDirectory() as folder:
            self.ocop("papers", self.register, self.decision, "-o", folder, "--only", "reward-list")
            paths = [os.path.join(base, name) for base, _, names in os.walk(folder) for name in names]
            pdf = next(path for path in paths if path.endswith(".pdf"))
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        self.assertRegex(text, r"Gạo nương\s+3 sao\s+Giữ hạng\s+20\.000\.000\s+5\.000\.000\s+0123")
        self.assertRegex(text, r"Tổng số\s+35\.000\.000")


if __name__ == "__main__":
    desktop.run()
