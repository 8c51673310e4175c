sheet-title = Title
sheet-table = Events
sheet-dictionaries = Dictionaries
sheet-guide = How to fill in
